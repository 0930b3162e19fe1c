using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Composing;

/// <summary>Turns statements and drafted sentences into the sentences of an answer, with numbered sources.</summary>
/// <remarks>Made for one answer; not thread-safe.</remarks>
internal sealed class Composer
{
    private const int MostStatements = 8;
    private const int SourcesOfOneLine = 2;

    private readonly List<Source> _sources = [];

    /// <summary>The sources numbered so far.</summary>
    public ImmutableArray<Citation> Citations => [.. _sources.Index().Select(pair => new Citation(pair.Index + 1, pair.Item))];

    /// <summary>The extractive answer: the statements of a result, as they are.</summary>
    public ImmutableArray<Sentence> Compose(QueryResult result) =>
        [.. Shown(result).Select(statement => Sentence(statement.Text, statement.Lines))];

    /// <summary>The statements that an answer shows: each once, the first eight.</summary>
    public static IEnumerable<Statement> Shown(QueryResult result) => Repetition.Without(result.Statements).Take(MostStatements);

    /// <summary>One sentence that rests on lines of evidence.</summary>
    /// <remarks>A sentence on one line cites its two best sources; a sentence on several cites the best of each.</remarks>
    public Sentence Sentence(string text, ImmutableArray<EvidenceLine> lines)
    {
        var perLine = lines.Length == 1 ? SourcesOfOneLine : 1;
        var numbers = lines.SelectMany(line => line.Sources.Take(perLine)).Select(Number).Distinct().Order();
        return new Sentence(text, [.. numbers]);
    }

    private int Number(Source source)
    {
        var at = _sources.IndexOf(source);
        if (at >= 0)
            return at + 1;
        _sources.Add(source);
        return _sources.Count;
    }
}
