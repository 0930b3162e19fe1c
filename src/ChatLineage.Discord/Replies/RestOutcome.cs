using System.Net;
using ChatLineage.Discord.Protocol.Rest;

namespace ChatLineage.Discord.Replies;

/// <summary>What a refusal means for a reply (topics/opcodes-and-status-codes.mdx, "JSON Error Codes").</summary>
internal static class RestOutcome
{
    private const int UnknownMessage = 10008;
    private const int UnknownWebhook = 10015;
    private const int UnknownInteraction = 10062;
    private const int InvalidWebhookToken = 50027;
    private const int MissingPermissions = 50013;

    /// <summary>It can be tried again later: Discord was not reached, or has too much to do.</summary>
    public static bool IsPassing(DiscordRestException refused) =>
        refused.Status is null or HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized or >= HttpStatusCode.InternalServerError;

    /// <summary>The interaction cannot be responded to any more, or never could.</summary>
    public static bool IsInteractionGone(DiscordRestException refused) => refused.Code is UnknownInteraction or UnknownWebhook or InvalidWebhookToken or UnknownMessage;

    /// <summary>The message that was to be edited is not there.</summary>
    public static bool IsMessageGone(DiscordRestException refused) => refused.Code == UnknownMessage;

    /// <summary>The bot may not do it in that channel.</summary>
    public static bool IsForbidden(DiscordRestException refused) => refused.Code == MissingPermissions;
}
