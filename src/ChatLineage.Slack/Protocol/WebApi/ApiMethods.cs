namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>The methods that the bot calls.</summary>
/// <remarks>
/// The tiers are the least that Slack lets through each minute, per method and workspace (https://docs.slack.dev/apis/web-api/rate-limits,
/// checked 2026-08); a method's tier stands on its own page of the reference.
/// </remarks>
internal static class ApiMethods
{
    public static readonly ApiMethod AuthTest = new("auth.test", 600, Minute, Repeatable: true);
    public static readonly ApiMethod ConnectionsOpen = Tier3("apps.connections.open", repeatable: true) with { OfApp = true };

    /// <summary>
    /// One message a second in a channel; that several hundred a minute in a workspace are too many is left to Slack to say.
    /// </summary>
    public static readonly ApiMethod PostMessage = new("chat.postMessage", 1, TimeSpan.FromSeconds(1), Repeatable: false) { PerChannel = true };

    public static readonly ApiMethod PostEphemeral = Tier4("chat.postEphemeral", repeatable: false);
    public static readonly ApiMethod Update = Tier3("chat.update", repeatable: true) with { Reserve = 20 };
    public static readonly ApiMethod Delete = Tier3("chat.delete", repeatable: true);
    public static readonly ApiMethod StartStream = Tier2("chat.startStream", repeatable: false) with { Reserve = 2 };
    public static readonly ApiMethod AppendStream = Tier4("chat.appendStream", repeatable: false) with { Reserve = 20 };
    public static readonly ApiMethod StopStream = Tier2("chat.stopStream", repeatable: true);
    public static readonly ApiMethod Replies = Tier3("conversations.replies", repeatable: true) with { TakesForm = true };
    public static readonly ApiMethod OpenDirect = Tier3("conversations.open", repeatable: true);
    public static readonly ApiMethod SetStatus = new("assistant.threads.setStatus", 600, Minute, Repeatable: true) { Reserve = 100 };
    public static readonly ApiMethod SetSuggestedPrompts = Tier4("assistant.threads.setSuggestedPrompts", repeatable: true);
    public static readonly ApiMethod SetTitle = Tier4("assistant.threads.setTitle", repeatable: true);
    public static readonly ApiMethod ViewsOpen = Tier4("views.open", repeatable: false);
    public static readonly ApiMethod ViewsPublish = Tier4("views.publish", repeatable: true);
    public static readonly ApiMethod GetUploadUrl = Tier4("files.getUploadURLExternal", repeatable: true) with { TakesForm = true };
    public static readonly ApiMethod CompleteUpload = Tier4("files.completeUploadExternal", repeatable: false);

    private static TimeSpan Minute => TimeSpan.FromMinutes(1);

    private static ApiMethod Tier2(string name, bool repeatable) => new(name, 20, Minute, repeatable);

    private static ApiMethod Tier3(string name, bool repeatable) => new(name, 50, Minute, repeatable);

    private static ApiMethod Tier4(string name, bool repeatable) => new(name, 100, Minute, repeatable);
}
