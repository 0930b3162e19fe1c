using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>A line of evidence as the check reads it.</summary>
internal sealed class EvidenceReading
{
    public EvidenceReading(int line, List<Atom> atoms, List<Element> elements)
    {
        Elements = elements;
        Words = atoms.Where(atom => !atom.IsMark || atom.Norm is "%" or "$" or "€").Select(atom => atom.Norm).ToFrozenSet(StringComparer.Ordinal);
        Names = elements.SelectMany(element => element.Names).ToFrozenSet();
        Assertions = new AssertionReader(elements, isEvidence: true, (_, _) => []).Read();
        Facts = [.. Assertions.SelectMany(assertion => FactsOf(assertion, line))];
    }

    public List<Element> Elements { get; }

    /// <summary>Every word and number in normal form, those inside names too.</summary>
    public FrozenSet<string> Words { get; }

    public FrozenSet<int> Names { get; }

    public ImmutableArray<Assertion> Assertions { get; }

    public ImmutableArray<Fact> Facts { get; }

    /// <summary>True when the line has a form of the word.</summary>
    public bool Has(string word) => Words.Contains(word) || Words.Any(each => WordForm.Same(each, word));

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
                    yield return new Fact(assertion.Sense.Primary, subject, target, assertion.IsNegative, line, assertion.From, assertion.To);
            }
        }
    }
}
