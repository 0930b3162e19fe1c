using System.Collections.Frozen;
using System.Collections.Immutable;
using ChatLineage.Answering.Checking.Assertions;
using ChatLineage.Answering.Checking.Sentences;
using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Judging;

/// <summary>Finds what maintainers found about statements like those of a text, by what they mean and not by how they are put.</summary>
/// <remarks>Immutable once built; safe from any number of threads.</remarks>
internal sealed class AssessmentIndex
{
    // Of the words of a finding, so many must stand in the sentence; for a contradiction more, since it is worse to be wrong there.
    private const double Cover = 0.6;
    private const double CoverToContradict = 0.74;
    private const int FewestWords = 2;
    private const int FewestWordsWithoutNames = 4;

    private static readonly FrozenSet<string> MarkerWords = new[]
    {
        "first", "only", "not", "never", "no", "largest", "biggest", "smallest", "last", "best", "most", "all", "none", "didn", "doesn",
            "isn", "wasn", "aren", "without",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Words that point at the text itself.
    private static readonly FrozenSet<string> Pointing = new[] { "article", "text", "says", "magazine",
        "piece" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly ImmutableArray<Assessed> _all;

    public AssessmentIndex(PieceReader pieces, NameIndex names, EvaluationContext context)
    {
        _all = [.. context.Knowledge.Assessments.Select(finding =>
        {
            var read = pieces.Read(finding.Statement);
            return new Assessed(
                finding,
                new AssertionReader(pieces, names, context, finding.Text.Published).Read(finding.Statement),
                read.Where(piece => piece.Entity is not null).Select(piece => piece.Entity!).ToFrozenSet(),
                [.. Words(finding.Statement).Where(word => !Pointing.Contains(word))
                    .Except(read.Where(piece => piece.Entity is not null)
                    .SelectMany(piece => Words(finding.Statement[piece.Start..piece.End])))],
                Markers(finding.Statement),
                Figures(read));
        })];
    }

    /// <summary>The finding about the same assertion; null when there is none.</summary>
    public Assessed? Same(Assertion stated) => _all.FirstOrDefault(each => each.Verdict is not null && each.Markers.Count == 0
        && each.Assertions.Any(assertion => IsSame(assertion, stated)));

    /// <summary>The findings about statements that the sentence makes in whatever words.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="pieces">Its pieces with references resolved.</param>
    /// <param name="entities">The things that it is about, those it describes included.</param>
    public IEnumerable<Assessed> In(string sentence, ImmutableArray<Piece> pieces, IReadOnlySet<Entity> entities)
    {
        var text = Folded(sentence);
        var markers = Markers(sentence);
        var figures = Figures(pieces);
        return _all.Where(each => each.Verdict is not null && each.Entities.All(entities.Contains) && each.Figures.IsSubsetOf(figures)
            && each.Markers.IsSubsetOf(markers) && Covers(each, text));
    }

    private static bool Covers(Assessed assessed, string text)
    {
        var found = assessed.Words.Count(word => Stem.Holds(text, word));
        var share = assessed.Words.IsEmpty ? 0 : (double)found / assessed.Words.Length;
        return found >= (assessed.Entities.Count == 0 ? FewestWordsWithoutNames : FewestWords)
            && share >= (assessed.Verdict == StatementVerdict.Contradicted ? CoverToContradict : Cover);
    }

    private static bool IsSame(Assertion left, Assertion right) => (left, right) switch
    {
        (RelationAssertion one, RelationAssertion other) => one.Subject == other.Subject && one.Object == other.Object
            && one.Negated == other.Negated && one.Size == other.Size && one.Predicates.Intersect(other.Predicates).Any(),
        (DateAssertion one, DateAssertion other) => one.Subject == other.Subject && one.Date == other.Date,
        (OpennessAssertion one, OpennessAssertion other) => one == other || (one.Subject == other.Subject && one.Open == other.Open),
        (SizeAssertion one, SizeAssertion other) => one.Subject == other.Subject && one.Quantity.Number == other.Quantity.Number
            && one.Quantity.Unit == other.Quantity.Unit,
        (CountAssertion one, CountAssertion other) => one.Objects[0] == other.Objects[0] && one.Predicates.Intersect(other.Predicates).Any()
            && one.Least >= other.Least,
        _ => false,
    };

    private static IEnumerable<string> Words(string text) =>
        Tokenizer.Tokens(Folded(text)).Where(token => token.Text.Length > 2 && !token.IsNumber && !EverydayWords.AreGrammar(token.Text)
            && !MarkerWords.Contains(token.Text)).Select(token => token.Text).Distinct();

    // «optimised» and «optimized» are one word.
    private static string Folded(string text) => text.ToLowerInvariant().Replace('z', 's');

    private static FrozenSet<string> Markers(string text) => Tokenizer.Tokens(text).Select(token => token.Text).Where(MarkerWords.Contains)
        .ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Figures(ImmutableArray<Piece> pieces) => pieces
        .Select(piece => piece.Date?.ToString() ?? piece.Quantity?.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .OfType<string>().ToFrozenSet(StringComparer.Ordinal);
}
