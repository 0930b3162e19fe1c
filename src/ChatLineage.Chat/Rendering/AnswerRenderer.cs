using ChatLineage.Answering;
using ChatLineage.Chat.Platforms;

namespace ChatLineage.Chat.Rendering;

/// <summary>Turns an answer into the markup of a platform.</summary>
/// <remarks>Stateless and safe to use from several threads at once.</remarks>
public abstract class AnswerRenderer
{
    /// <summary>The renderer of a dialect.</summary>
    public static AnswerRenderer For(Dialect dialect) => dialect switch
    {
        Dialect.Markdown => new MarkdownRenderer(),
        _ => new PlainRenderer(),
    };

    /// <summary>True when a sentence looks the same while the answer grows and in the end, so that it can be appended and left alone.</summary>
    public abstract bool IsStable { get; }

    /// <summary>The reply while the answer grows: the sentences that there are.</summary>
    public Reply Render(IEnumerable<Sentence> sentences) => new(string.Join(' ', sentences.Select(sentence => Body(sentence, []))));

    /// <summary>The whole reply, with its sources.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="maxLength">
    /// The longest text that fits. Where it is too short, sources lose their titles and then are left out from the last on, with a word
    /// about it; sentences are cut only when they alone do not fit.
    /// </param>
    public Reply Render(Answer answer, int maxLength)
    {
        var body = string.Join(' ', answer.Sentences.Select(sentence => Body(sentence, answer.Citations)));
        if (body.Length > maxLength)
            body = ReplyLength.Cut(body, maxLength);
        if (answer.Citations.IsEmpty)
            return new Reply(body);
        var room = maxLength - body.Length - Reply.Separator.Length;
        return new Reply(body, ReplyLength.Fit(Heading, [.. answer.Citations.Select(Line)], room));
    }

    /// <summary>The line above the sources.</summary>
    private protected abstract string Heading { get; }

    /// <summary>A sentence with its citations.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="citations">The sources by number; empty while they are not known.</param>
    private protected abstract string Body(Sentence sentence, IReadOnlyList<Citation> citations);

    /// <summary>A source in the list.</summary>
    private protected abstract string Line(Citation citation);
}
