using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Prose;

namespace ChatLineage.Knowledge.Lint.Checks;

/// <summary>Every sentence of prose has a footnote, and every footnote names a source.</summary>
internal static class ProseCheck
{
    private const int ShownCharacters = 60;

    public static void Run(LintContext lint)
    {
        foreach (var (note, _) in lint.Notes)
        {
            var sections = lint.Prose(note, out var stopped);
            if (stopped is { } place)
                lint.Report(Rules.UnreadableProse, note.Path, place, "the prose nests lists or quotes too deeply to be read",
                    "write plain paragraphs");
            foreach (var sentence in sections.SelectMany(section => section.Sentences))
                Check(lint, note, sentence);
        }
    }

    private static void Check(LintContext lint, Note note, ProseSentence sentence)
    {
        if (sentence.Footnotes.IsEmpty)
            lint.Report(Rules.SentenceWithoutSource, note.Path, sentence.At, $"no source is given for '{Shown(sentence.Text)}'",
                "end the sentence with a footnote such as [^id-of-a-source], or leave it out");
        foreach (var footnote in sentence.Footnotes)
        {
            if (lint.Knowledge.FindSource(footnote.Value) is null)
                lint.Report(Rules.UnknownFootnote, note.Path, footnote.At, $"'[^{footnote.Value}]' names no source",
                    "correct the id, or add the source to a file under sources/", footnote.Value);
        }
    }

    private static string Shown(string text) =>
        text.Length <= ShownCharacters ? text : string.Concat(text.AsSpan(0, ShownCharacters).TrimEnd(), "…");
}
