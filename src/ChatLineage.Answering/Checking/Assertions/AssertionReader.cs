using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ChatLineage.Answering.Checking.Sentences;
using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Assertions;

/// <summary>Reads what the sentences of one text state, in their order.</summary>
/// <remarks>Made for one text; not thread-safe.</remarks>
/// <param name="pieces">Takes sentences apart.</param>
/// <param name="names">The names of the notes.</param>
/// <param name="context">The notes.</param>
/// <param name="written">When the text was written; null when that is not known.</param>
internal sealed partial class AssertionReader(PieceReader pieces, NameIndex names, EvaluationContext context, PartialDate? written)
{
    private readonly References _references = new(names);
    private readonly DescribedThings _described = new(context);
    private Entity? _dated;

    /// <summary>The pieces of the last sentence, with references resolved and its quotations included.</summary>
    public ImmutableArray<Piece> Last { get; private set; } = [];

    /// <summary>True when the last sentence is no question.</summary>
    public bool Judgeable { get; private set; }

    /// <summary>What a sentence states; empty for a question, an opinion and anything else that the notes cannot judge.</summary>
    public ImmutableArray<Assertion> Read(string sentence)
    {
        var resolved = _described.Widen(_references.Resolve(RelativeDates.Resolve(pieces.Read(Quotation()
            .Replace(sentence, quote => new string(' ', quote.Length))), written)));
        Last = Quotation().IsMatch(sentence) ? [.. resolved, .. pieces.Read(sentence)] : resolved;
        Judgeable = !sentence.TrimEnd('"', '”', ' ', ')').EndsWith('?');
        if (!Judgeable)
            return [];
        var clauses = new Clauses(resolved, CueReader.Read(resolved), _references.Topic);
        var stated = new List<Assertion>();
        foreach (var cue in clauses.Cues)
        {
            var found = CueAssertions.Read(cue, clauses, _described).ToList();
            if (!clauses.IsDoubtful(cue))
                stated.AddRange(found);
        }

        stated.AddRange(PlainAssertions.Read(clauses).Concat(PlainSizes.Read(resolved)));
        stated.AddRange(Interval(resolved, stated).ToList());
        _dated = stated.OfType<DateAssertion>().LastOrDefault()?.Subject ?? _dated;
        _references.Remember(resolved, stated.FirstOrDefault(each => each.Subject is not null)?.Subject);
        return [.. stated.Distinct(SameStatement.Instance)];
    }

    // «a week later, on …»: between what was dated before and what is dated here.
    private IEnumerable<Assertion> Interval(ImmutableArray<Piece> resolved, List<Assertion> stated)
    {
        if (_dated is null || stated.OfType<DateAssertion>().FirstOrDefault(each => each.Subject != _dated) is not { } later)
            yield break;
        for (var at = 1; at < resolved.Length; at++)
        {
            if (resolved[at].Word != "later")
                continue;
            var (number, unit, said) = resolved[at - 1].Quantity is { } quantity
                ? (quantity.Number, quantity.Unit, quantity.Text)
                : (1d, resolved[at - 1].Word, "a " + resolved[at - 1].Word);
            var days = unit.TrimEnd('s') switch { "day" => 1, "week" => 7, "month" => 30, "year" => 365, _ => 0 };
            if (days > 0)
                yield return new IntervalAssertion(later.Subjects, _dated, (int)(number * days), said + " later");
        }
    }

    // Four words or more in quotation marks are somebody's words.
    [GeneratedRegex("""["“](?:[^"“”\s]+\s+){3,}[^"“”]*["”]""")]
    private static partial Regex Quotation();

    private sealed class SameStatement : IEqualityComparer<Assertion>
    {
        public static SameStatement Instance { get; } = new();

        public bool Equals(Assertion? x, Assertion? y) => x?.InWords == y?.InWords;

        public int GetHashCode(Assertion obj) => obj.InWords.GetHashCode(StringComparison.Ordinal);
    }
}
