using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ChatLineage.Answering;
using ChatLineage.Chat.Platforms;

namespace ChatLineage.Chat.Rendering;

/// <summary>Turns an answer into the markup of a platform.</summary>
/// <remarks>Stateless and safe to use from several threads at once. What looks like a secret is withheld.</remarks>
public abstract class AnswerRenderer
{
    // More than this in a row pushes everything else out of sight; the rest goes into a file.
    private const int MaxMessages = 3;

    /// <summary>The renderer of a dialect.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public static AnswerRenderer For(Dialect dialect) => dialect switch
    {
        Dialect.Plain => new PlainRenderer(),
        Dialect.Markdown => new MarkdownRenderer(),
        Dialect.DiscordMarkdown => new DiscordMarkdownRenderer(),
        Dialect.Mrkdwn => new MrkdwnRenderer(),
        _ => throw new ArgumentOutOfRangeException(nameof(dialect), dialect, "There is no renderer for this dialect."),
    };

    /// <summary>True when a sentence looks the same while the answer grows and in the end, so that it can be appended and left alone.</summary>
    public abstract bool IsStable { get; }

    /// <summary>The reply while the answer grows: the sentences that there are.</summary>
    public Reply Render(IEnumerable<Sentence> sentences) => new(Body(sentences, [], Layout.Paragraph));

    /// <summary>The whole reply, with its sources.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="can">
    /// What fits. What is too long for one message goes on in the next ones; what is too long for three goes into a file, and where files
    /// cannot be attached, sources are left out from the last on, with a word about it, and then sentences. Where a button shows the
    /// sources, they are left out before the answer goes on in a second message.
    /// </param>
    /// <param name="layout">How the sentences are set.</param>
    public Reply Render(Answer answer, PlatformCapabilities can, Layout layout = Layout.Paragraph)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(can);
        var body = Body(answer.Sentences, answer.Citations, layout);
        var lines = answer.Citations.Select(Line).ToList();
        var whole = new Reply(body, lines.Count == 0 ? null : string.Join('\n', [Heading, .. lines]));
        if (whole.Text.Length <= can.MaxTextLength)
            return whole;
        // A button shows every source, so the list can be shortened to keep the answer in one message.
        if (can.Buttons && Cut(body, lines, can.MaxTextLength) is { Sources: not null } shortened && shortened.Body == body)
            return shortened;
        var parts = Split(whole, can.MaxTextLength);
        if (parts.Length <= MaxMessages)
            return new Reply(parts[0]) { Continued = parts[1..] };
        var file = Encoding.UTF8.GetBytes(AsFile(answer, layout));
        return file.Length <= can.MaxFileBytes ? WithFile(parts[0], file, can.MaxTextLength) : Cut(body, lines, can.MaxTextLength);
    }

    /// <summary>Words of the bot's own, or of a user, as text that does nothing.</summary>
    public abstract string Escape(string plain);

    /// <summary>The line above the sources.</summary>
    private protected abstract string Heading { get; }

    /// <summary>The line below a list of sources that was shortened.</summary>
    /// <param name="count">How many are left out.</param>
    private protected virtual string LeftOut(int count) => string.Create(CultureInfo.InvariantCulture, $"and {count} more");

    /// <summary>A sentence with its citations.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="citations">The sources by number; empty while they are not known.</param>
    private protected abstract string Body(Sentence sentence, IReadOnlyList<Citation> citations);

    /// <summary>A source in the list.</summary>
    private protected abstract string Line(Citation citation);

    private string Body(IEnumerable<Sentence> sentences, IReadOnlyList<Citation> citations, Layout layout) => string.Join(
        layout == Layout.Lines ? '\n' : ' ',
        sentences.Select(sentence => Body(sentence with { Text = TokenShapes.Redact(sentence.Text) }, citations)));

    // The sources stay together where they can.
    private static ImmutableArray<string> Split(Reply whole, int maxLength) => whole.Sources is null
        ? TextSplitter.Split(whole.Body, maxLength)
        : [.. TextSplitter.Split(whole.Body, maxLength), .. TextSplitter.Split(whole.Sources, maxLength)];

    private Reply WithFile(string first, byte[] file, int maxLength)
    {
        var note = Escape("The whole answer, with its sources, is in the file.");
        return new Reply(ReplyLength.Cut(first, maxLength - note.Length - Reply.Separator.Length) + Reply.Separator + note)
        {
            Attachments = [new Attachment("answer.md", "text/markdown", [.. file], "The whole answer with its sources, as Markdown")],
        };
    }

    private Reply Cut(string body, List<string> lines, int maxLength)
    {
        var shown = body.Length > maxLength ? ReplyLength.Cut(body, maxLength) : body;
        return lines.Count == 0 ? new Reply(shown) : new Reply(shown, ReplyLength.Fit(Heading, lines, LeftOut, maxLength - shown.Length - Reply.Separator.Length));
    }

    private static string AsFile(Answer answer, Layout layout)
    {
        var markdown = new MarkdownRenderer();
        var sources = answer.Citations.Select(markdown.Line);
        return string.Join('\n', [markdown.Body(answer.Sentences, answer.Citations, layout), "", markdown.Heading, "", .. sources, ""]);
    }
}
