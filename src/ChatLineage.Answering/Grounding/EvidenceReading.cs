using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>A line of evidence as the check reads it.</summary>
internal sealed class EvidenceReading
{
    public EvidenceReading(int line, List<Atom> atoms, List<Element> elements)
    {
        Index = line;
        Elements = elements;
        Words = atoms.Where(atom => !atom.IsMark || atom.Norm is "%" or "$" or "€").Select(atom => atom.Norm)
            .ToFrozenSet(StringComparer.Ordinal);
        Permission = Grounding.Permission.Read(atoms);
        Names = elements.SelectMany(element => element.Names).ToFrozenSet();
        Assertions = new AssertionReader(elements, isEvidence: true, (_, _) => []).Read();
        var facts = Assertions.SelectMany(assertion => FactsOf(assertion, line)).ToList();
        Facts = [.. facts, .. Joined(facts)];
    }

    /// <summary>Its place in the evidence, from 0.</summary>
    public int Index { get; }

    public List<Element> Elements { get; }

    /// <summary>Every word and number in normal form, those inside names too.</summary>
    public FrozenSet<string> Words { get; }

    public FrozenSet<int> Names { get; }

    /// <summary>What it says about commercial use; null when it says nothing.</summary>
    public bool? Permission { get; }

    public ImmutableArray<Assertion> Assertions { get; }

    public ImmutableArray<Fact> Facts { get; }

    /// <summary>True when the line has a form of the word.</summary>
    public bool Has(string word) => Words.Contains(word) || Words.Any(each => WordForm.Same(each, word));

    /// <summary>True when a bracket of the line has a form of the word.</summary>
    public bool HasDetail(string word) => Elements.Any(element => element.InBrackets
        && WordForm.Same(element.Text.ToLowerInvariant(), word))
        || Elements.Any(element => element.InBrackets && element.Kind == ElementKind.Relation && element.Text.Split(' ')
            .Any(each => WordForm.Same(each, word)));

    /// <summary>True when the line says of a fact that nothing lies between its sides.</summary>
    public bool SaysDirectly(Fact fact) => Elements.Where((_, at) => at >= fact.From && at < fact.To)
        .Any(element => element.Text == "directly");

    /// <summary>True when the line states the date, or a more exact one.</summary>
    public bool HasDate(StatedDate date) => Elements.Any(element => element.Kind == ElementKind.Date && element.Date.Covers(date));

    /// <summary>True when the line states the number, with the same bound.</summary>
    public bool HasNumber(Element number)
    {
        foreach (var element in Elements)
        {
            if (element.Kind == ElementKind.Number && element.Value == number.Value && element.Bound == number.Bound)
                return true;
        }

        return false;
    }

    // «S is a model from O, released on 28 April 2023»: the two halves make one fact.
    private static IEnumerable<Fact> Joined(List<Fact> facts) =>
        from release in facts
        where release is { Object: < 0, IsNegative: false } && RelationLexicon.Appearing.Contains(release.Relation)
        from origin in facts
        where origin.Subject == release.Subject && origin.Object >= 0 && origin.Relation is RelationLexicon.Origin or RelationLexicon.By
        select release with { Object = origin.Object, From = Math.Min(release.From, origin.From), To = Math.Max(release.To, origin.To) };

    private static IEnumerable<Fact> FactsOf(Assertion assertion, int line)
    {
        foreach (var left in assertion.Left)
        {
            var leftName = left.IsOpen ? -1 : left.Names[0];
            foreach (var right in assertion.Right.IsEmpty ? [Argument.Open] : assertion.Right)
            {
                var rightName = right.IsOpen ? -1 : right.Names[0];
                var (subject, target) = assertion.Sense.FromObject ? (rightName, leftName) : (leftName, rightName);
                if (subject != target)
                    yield return new Fact(assertion.Sense.Primary, subject, target, assertion.IsNegative, line, assertion.From,
                        assertion.To);
            }
        }
    }
}
