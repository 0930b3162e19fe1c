using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>Checks that a sentence denies what its evidence denies, and nothing else.</summary>
internal sealed class NegationCheck(EvidenceSet evidence, ImmutableArray<int> cited, List<Element> sentence, bool readsPermission)
{
    /// <summary>What is denied here and not in the evidence, or the other way round; null when nothing is.</summary>
    public string? Problem(ImmutableArray<Assertion> assertions)
    {
        var known = assertions.Select(assertion => assertion.Negation).ToHashSet();
        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence[at].Kind != ElementKind.Negation || known.Contains(at) || (readsPermission && sentence[at].Text != "without"))
                continue;
            var head = Head(sentence, at);
            if (!cited.Any(line => Denies(evidence.Lines[line], head)))
                return $"what it cites does not deny it ({sentence[at].Text} {head})";
        }

        if (assertions.IsEmpty && !sentence.Any(element => element.Kind == ElementKind.Negation) && !readsPermission
            && cited.All(line => evidence.Lines[line].Elements[0].Kind == ElementKind.Negation
                || sentence.Any(element => element.Kind is ElementKind.Word or ElementKind.Relation
                    && DeniesExactly(evidence.Lines[line], element.Text))))
            return "what it cites denies it";
        return null;
    }

    private static bool Denies(EvidenceReading line, string? head) =>
        line.Elements.Where(element => element.Kind == ElementKind.Negation).Any()
        && (head is null || Enumerable.Range(0, line.Elements.Count).Any(at => line.Elements[at].Kind == ElementKind.Negation
            && Head(line.Elements, at) is { } other && WordForm.Same(other, head)));

    private static bool DeniesExactly(EvidenceReading line, string word) =>
        Enumerable.Range(0, line.Elements.Count).Any(at => line.Elements[at].Kind == ElementKind.Negation
            && Head(line.Elements, at) is { } head && WordForm.Same(head, word.ToLowerInvariant()));

    private static string? Head(List<Element> elements, int negation)
    {
        for (var at = negation + 1; at < elements.Count; at++)
        {
            if (elements[at].Kind is ElementKind.Word or ElementKind.Relation or ElementKind.Name or ElementKind.Scope)
                return elements[at].Text.ToLowerInvariant().Split(' ')[0];
            if (elements[at].Kind == ElementKind.Break)
                return null;
        }

        return null;
    }
}
