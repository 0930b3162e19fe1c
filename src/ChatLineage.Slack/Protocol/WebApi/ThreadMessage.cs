namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>What is read of a message in a thread.</summary>
/// <param name="Ts">Its id; in one conversation, later messages have greater ones.</param>
/// <param name="User">Who wrote it.</param>
internal sealed record ThreadMessage(string Ts, string User)
{
    /// <summary>The mark that the bot gave it; null without.</summary>
    public string? Mark { get; init; }

    /// <summary>True when files were shared with it.</summary>
    public bool HasFiles { get; init; }
}
