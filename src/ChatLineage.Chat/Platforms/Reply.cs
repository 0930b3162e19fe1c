using System.Collections.Immutable;

namespace ChatLineage.Chat.Platforms;

/// <summary>What is shown for a question, in the markup of the platform.</summary>
/// <param name="Body">The answer, or as much of it as there is.</param>
/// <param name="Sources">The list of sources; null while the answer grows and for replies that cite nothing.</param>
public sealed record Reply(string Body, string? Sources)
{
    /// <summary>What stands between the body and the sources.</summary>
    public const string Separator = "\n\n";

    /// <summary>A reply without sources.</summary>
    public Reply(string body)
        : this(body, null)
    {
    }

    /// <summary>Who sees it, for replies to a button. The audience of a reply to a message is settled when it begins.</summary>
    public Audience Audience { get; init; }

    /// <summary>What else is said, each in a message of its own after this one, each at most <see cref="PlatformCapabilities.MaxTextLength"/> long.</summary>
    public ImmutableArray<string> Continued { get; init; } = [];

    /// <summary>The files that go with it; none where <see cref="PlatformCapabilities.MaxFileBytes"/> is zero.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>The buttons below it, in order; none where <see cref="PlatformCapabilities.Buttons"/> is false.</summary>
    public ImmutableArray<AnswerAction> Actions { get; init; } = [];

    /// <summary>What a pressed button sends back: 32 hexadecimal digits; null for a reply without buttons.</summary>
    public string? AnswerId { get; init; }

    /// <summary>The body and, after a blank line, the sources.</summary>
    public string Text => Sources is null ? Body : Body + Separator + Sources;
}
