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

    /// <summary>The body and, after a blank line, the sources.</summary>
    public string Text => Sources is null ? Body : Body + Separator + Sources;
}
