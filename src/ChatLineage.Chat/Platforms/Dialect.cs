namespace ChatLineage.Chat.Platforms;

/// <summary>How a platform marks up text.</summary>
public enum Dialect
{
    /// <summary>No markup: every character is shown as it is.</summary>
    Plain,

    /// <summary>CommonMark, with links.</summary>
    Markdown,

    /// <summary>Discord's Markdown: links that are not unfurled, and nothing that mentions anybody.</summary>
    DiscordMarkdown,

    /// <summary>Slack's mrkdwn.</summary>
    Mrkdwn,
}
