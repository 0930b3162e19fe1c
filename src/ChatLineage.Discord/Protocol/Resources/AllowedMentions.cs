namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>Whom a message may ping. The bot pings nobody.</summary>
internal sealed record AllowedMentions
{
    private AllowedMentions()
    {
    }

    /// <summary>Nobody, not even the author of the message replied to.</summary>
    public static AllowedMentions Nobody { get; } = new();

    public string[] Parse { get; } = [];

    public bool RepliedUser { get; }
}
