namespace ChatLineage.Slack.Protocol;

/// <summary>What to change when Slack refuses.</summary>
internal static class SlackAdvice
{
    public const string SocketModeOff =
        "Slack has switched Socket Mode off for this app. Switch it on at https://api.slack.com/apps, under Settings, Socket Mode; "
        + "or set Slack:Mode to Http.";

    private const string BotToken =
        "Install the app at https://api.slack.com/apps, copy the token that begins with xoxb- from OAuth & Permissions, "
        + "and set it as CHATLINEAGE_Slack__BotToken.";

    private const string AppToken =
        "Make an app-level token with the scope connections:write at https://api.slack.com/apps, under Basic Information, "
        + "and set it as CHATLINEAGE_Slack__AppToken.";

    private const string Manifest =
        "Put the manifest of 'chatlineage slack manifest' into the app at https://api.slack.com/apps, under App Manifest, and install it again.";

    /// <summary>What to do about an error of a call with the bot's token; empty where nothing can be said.</summary>
    /// <param name="error">Slack's code.</param>
    /// <param name="needed">The scope that was needed; null where Slack did not say.</param>
    public static string For(string error, string? needed) => error switch
    {
        "invalid_auth" or "not_authed" or "account_inactive" or "token_revoked" or "token_expired" => BotToken,
        "missing_scope" => $"The scope {needed ?? "that it needs"} is missing. {Manifest}",
        "not_allowed_token_type" => BotToken,
        "not_in_channel" or "channel_not_found" => "Invite the bot to the channel: /invite @ChatLineage.",
        _ => "",
    };

    /// <summary>Why Slack will not let the bot work until somebody changes something; null for errors that pass.</summary>
    public static string? ForBotToken(string error) => error switch
    {
        "invalid_auth" or "not_authed" or "account_inactive" or "token_revoked" or "token_expired" or "not_allowed_token_type" =>
            $"Slack does not take the bot's token ({error}). {BotToken}",
        _ => null,
    };

    /// <summary>Why Slack will not open connections until somebody changes something; null for errors that pass.</summary>
    public static string? ForAppToken(string error) => error switch
    {
        "invalid_auth" or "not_authed" or "account_inactive" or "token_revoked" or "token_expired" or "not_allowed_token_type" or "missing_scope"
            or "no_permission" =>
            $"Slack does not take the app-level token ({error}). {AppToken}",
        "forbidden_team" or "org_login_required" or "access_denied" or "team_access_not_granted" =>
            $"Slack does not let the app connect to this workspace ({error}). Install it there at https://api.slack.com/apps, under Install App.",
        "socket_mode_not_enabled" or "link_disabled" => SocketModeOff,
        _ => null,
    };
}
