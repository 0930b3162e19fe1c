namespace ChatLineage.Testing.Discord.Markdown;

/// <summary>Kinds of spans.</summary>
public enum DiscordSpanKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A new line.</summary>
    Break,

    /// <summary>A link under other words.</summary>
    Link,

    /// <summary>An address that is clickable by itself.</summary>
    BareLink,

    /// <summary>Bold.</summary>
    Bold,

    /// <summary>Italic.</summary>
    Italic,

    /// <summary>Underlined.</summary>
    Underline,

    /// <summary>Struck through.</summary>
    Strike,

    /// <summary>Hidden until clicked.</summary>
    Spoiler,

    /// <summary>Code in a line.</summary>
    Code,

    /// <summary>Code on lines of its own.</summary>
    CodeBlock,

    /// <summary>A heading.</summary>
    Heading,

    /// <summary>A small grey line.</summary>
    Small,

    /// <summary>A quote.</summary>
    Quote,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>A mention of somebody, a role, a channel, a command or everybody.</summary>
    Mention,

    /// <summary>An emoji by its name or id.</summary>
    Emoji,

    /// <summary>A date that each reader sees in their own way.</summary>
    Timestamp,
}
