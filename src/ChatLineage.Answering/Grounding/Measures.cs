using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>Compares names by the dates and sizes that cited lines give them.</summary>
/// <param name="evidence">All lines.</param>
/// <param name="cited">The indexes of those that are cited.</param>
/// <param name="facts">What the cited lines state.</param>
/// <param name="mayBeMeant">Whether a pronoun can mean a name.</param>
/// <param name="stated">The facts that state a comparison in words.</param>
internal sealed class Measures(
    EvidenceSet evidence, ImmutableArray<int> cited, IReadOnlyList<Fact> facts, Func<int, bool> mayBeMeant, Func<Assertion,
        IEnumerable<Fact>> stated)
{
    /// <summary>Whether something without a name, told by a word of a dated line, came before or after what the proving lines date; null
    /// when dates are missing.</summary>
    public static bool? IsBefore(IEnumerable<EvidenceReading> proving, IEnumerable<EvidenceReading> cited, string word)
    {
        var own = proving.SelectMany(line => line.Elements).Where(element => element.Kind == ElementKind.Date)
            .Select(element => element.Date.Days).OfType<(int First, int Last)>().ToList();
        var others = cited.Where(line => line.Has(word)).SelectMany(line => line.Elements)
            .Where(element => element.Kind == ElementKind.Date)
            .Select(element => element.Date.Days).OfType<(int First, int Last)>().ToList();
        if (own.Count == 0 || others.Count == 0)
            return null;
        return own.All(date => others.All(other => date.Last < other.First)) ? true
            : own.All(date => others.All(other => date.First > other.Last)) ? false : null;
    }

    /// <summary>The proof of a comparison of two names; null when dates or sizes do not show it.</summary>
    public Proof? Compare(Assertion assertion)
    {
        if (assertion.Right.IsEmpty || assertion.IsNegative)
            return null;
        foreach (var left in Candidates(assertion.Left[0]))
        {
            foreach (var right in Candidates(assertion.Right[0]).Where(name => name != left))
            {
                var (first, second) = assertion.Sense.FromObject ? (right, left) : (left, right);
                if (assertion.Sense.Primary == "before" ? IsBefore(first, second) : IsLarger(first, second))
                    return new Proof([], cited);
            }
        }

        return stated(assertion).ToList() is { Count: > 0 } said ? Proof.Of(said) : null;
    }

    /// <summary>True when a name comes first, or is the largest, of all that the cited lines date or measure: at least two.</summary>
    public bool IsExtreme(Argument argument, bool byDate, bool isLeast)
    {
        var all = cited.SelectMany(line => evidence.Lines[line].Names).Distinct()
            .Where(name => byDate ? DatesOf(name).Any() : SizesOf(name).Any()).ToList();
        return all.Count > 1 && Candidates(argument).Any(name => all.Contains(name) && all.Where(other => other != name)
            .All(other => (byDate, isLeast) switch
        {
            (true, true) => IsBefore(name, other),
            (true, false) => IsBefore(other, name),
            (false, true) => IsLarger(other, name),
            (false, false) => IsLarger(name, other),
        }));
    }

    private IEnumerable<int> Candidates(Argument argument) =>
        argument.IsOpen ? cited.SelectMany(line => evidence.Lines[line].Names).Distinct().Where(mayBeMeant) : argument.Names;

    private bool IsBefore(int first, int second)
    {
        var dates = DatesOf(first).ToList();
        var others = DatesOf(second).ToList();
        return dates.Count > 0 && others.Count > 0
            ? dates.All(date => others.All(other => date.Last < other.First))
            : facts.Any(fact => !fact.IsNegative && fact.Relation == RelationLexicon.Succession.Primary && fact.Subject == second
                && fact.Object == first);
    }

    private IEnumerable<(int First, int Last)> DatesOf(int name) => facts
        .Where(fact => fact.Subject == name && !fact.IsNegative && RelationLexicon.Appearing.Contains(fact.Relation))
        .SelectMany(fact => evidence.Lines[fact.Line].Elements.Where(element => element.Kind == ElementKind.Date))
        .Select(element => element.Date.Days).OfType<(int, int)>();

    private bool IsLarger(int first, int second)
    {
        var sizes = SizesOf(first).ToList();
        var others = SizesOf(second).ToList();
        return sizes.Count > 0 && others.Count > 0 && sizes.Concat(others).Select(size => size.Unit).Distinct().Count() == 1
            && sizes.Min(size => size.Value) > others.Max(size => size.Value);
    }

    private IEnumerable<(decimal Value, string Unit)> SizesOf(int name) => facts
        .Where(fact => fact.Subject == name && fact.Relation == RelationLexicon.Has.Primary)
        .Select(fact => evidence.Lines[fact.Line])
        .SelectMany(line => line.Elements.Select((element, at) => (Element: element, Unit: line.Elements.Skip(at)
            .FirstOrDefault(each => each.Kind == ElementKind.Word)?.Text ?? ""))
            .Where(pair => pair.Element.Kind == ElementKind.Number).Select(pair => (pair.Element.Value, pair.Unit)));
}
