using System.Text;
using ChatLineage.Slack.Home;
using ChatLineage.Slack.Receiving;

namespace ChatLineage.Slack.Setup;

/// <summary>The manifest that makes the app in Slack: what it is called, what it may do, and what it is told.</summary>
/// <remarks>https://docs.slack.dev/reference/app-manifest, checked 2026-08.</remarks>
public static class SlackManifest
{
    /// <summary>What the bot's token may do, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Scopes { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["app_mentions:read"] = "answer where the bot is mentioned",
        ["assistant:write"] = "offer questions and name conversations in the agent view",
        ["channels:history"] = "go on in threads without a mention; find an answer of its own instead of posting it twice",
        ["chat:write"] = "answer, stream answers, and show that one is on its way",
        ["commands"] = "/lineage and «Check this claim»",
        ["files:write"] = "share lineage pictures and answers that are too long for messages",
        ["groups:history"] = "the same in private channels",
        ["im:history"] = "answer direct messages",
        ["im:write"] = "send files to one person",
        ["mpim:history"] = "the same in group messages",
    };

    /// <summary>What Slack tells the bot.</summary>
    public static IReadOnlyList<string> Events { get; } =
        ["app_home_opened", "app_mention", "message.channels", "message.groups", "message.im", "message.mpim"];

    /// <summary>Writes the manifest as YAML.</summary>
    /// <param name="mode">How Slack delivers.</param>
    /// <param name="url">Where requests go with <see cref="SlackMode.Http"/>; null with <see cref="SlackMode.Socket"/>.</param>
    /// <exception cref="ArgumentException">The address is missing, or given where none is needed.</exception>
    public static string Write(SlackMode mode, Uri? url)
    {
        if (mode == SlackMode.Http != url is not null)
            throw new ArgumentException("An address is needed with HTTP, and only there.", nameof(url));
        var yaml = new StringBuilder();
        WriteAbout(yaml);
        WriteFeatures(yaml, url);
        yaml.Append("oauth_config:\n  scopes:\n    bot:\n");
        foreach (var scope in Scopes.Keys)
            yaml.Append($"      - {scope}\n");
        WriteSettings(yaml, url);
        return yaml.ToString();
    }

    private static void WriteAbout(StringBuilder yaml) => yaml.Append("""
        display_information:
          name: ChatLineage
          description: Where open-source AI comes from, with sources
          background_color: "#1f3a4d"

        """.ReplaceLineEndings("\n"));

    private static void WriteFeatures(StringBuilder yaml, Uri? url)
    {
        yaml.Append("""
            features:
              app_home:
                home_tab_enabled: true
                messages_tab_enabled: true
                messages_tab_read_only_enabled: false
              bot_user:
                display_name: ChatLineage
                always_online: true
              agent_view:
                agent_description: Answers what open-source AI is built on, trained on and licensed under, and cites who says so.
                suggested_prompts:

            """.ReplaceLineEndings("\n"));
        foreach (var (title, message) in Examples.Prompts)
            yaml.Append($"      - title: \"{title}\"\n        message: \"{message}\"\n");
        yaml.Append($"  slash_commands:\n    - command: {CommandReader.Name}\n      description: Ask about the lineage of open-source AI\n");
        yaml.Append("      usage_hint: \"[ask | lineage | impact | compare | licence | timeline | sources] …\"\n      should_escape: false\n");
        if (url is not null)
            yaml.Append($"      url: \"{url}\"\n");
        yaml.Append($"  shortcuts:\n    - name: Check this claim\n      type: message\n      callback_id: {InteractionReader.CheckShortcut}\n");
        yaml.Append("      description: See what the notes say about a message\n");
    }

    private static void WriteSettings(StringBuilder yaml, Uri? url)
    {
        yaml.Append("settings:\n  event_subscriptions:\n");
        if (url is not null)
            yaml.Append($"    request_url: \"{url}\"\n");
        yaml.Append("    bot_events:\n");
        foreach (var name in Events)
            yaml.Append($"      - {name}\n");
        yaml.Append("  interactivity:\n    is_enabled: true\n");
        if (url is not null)
            yaml.Append($"    request_url: \"{url}\"\n");
        yaml.Append($"  org_deploy_enabled: false\n  socket_mode_enabled: {(url is null ? "true" : "false")}\n  token_rotation_enabled: false\n");
    }
}
