using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>
/// «StableVicuna is a tune of Vicuna, not a version of StableLM»: what is denied is only the other half of what is said. The lines prove
/// what is said; that they say nothing of the other half is enough.
/// </summary>
/// <param name="Denied">The elements of the half that is denied.</param>
internal sealed record Contrast(ImmutableArray<Element> Denied)
{
    /// <summary>Takes a denied half out of a sentence.</summary>
    /// <returns>Null when the sentence has none.</returns>
    public static Contrast? Take(List<Element> sentence)
    {
        var at = sentence.FindIndex(element => element is { Kind: ElementKind.Negation, Text: "not" });
        if (at < 1)
            return null;
        var end = sentence.FindIndex(at, element => element.Kind is ElementKind.Break or ElementKind.Comma || element.Text == "but");
        end = end < 0 ? sentence.Count : end;
        var follows = sentence[at - 1].Kind is ElementKind.Comma || sentence[at - 1].Text is "and" or "but";
        var precedes = end < sentence.Count && (sentence[end].Text == "but"
            || (end + 1 < sentence.Count && sentence[end + 1].Text == "but"));
        if ((!follows && !precedes) || !sentence.Skip(at).Take(end - at).Any(element => element.Kind == ElementKind.Name || element.IsHard))
            return null;
        var from = follows ? at - 1 : at;
        var to = precedes ? sentence.FindIndex(end, element => element.Text == "but") + 1 : end;
        var contrast = new Contrast([.. sentence.Skip(at + 1).Take(end - at - 1)]);
        sentence.RemoveRange(from, to - from);
        return contrast;
    }

    /// <summary>Why the denied half may not be denied; null when nothing in the evidence says it and its words come from question or
    /// evidence.</summary>
    public string? Problem(EvidenceSet evidence, IReadOnlyList<Element> question, ImmutableArray<Assertion> said,
        ImmutableArray<Fact> facts)
    {
        var stated = said.FirstOrDefault(assertion => !assertion.IsNegative
            && assertion.Sense.Primary is not ("has" or "any" or "before" or "larger"));
        if (stated is null || !RelationLexicon.Single.Contains(stated.Sense.Primary))
            return "what it cites does not deny it";
        foreach (var element in Denied.Where(element => element.Kind == ElementKind.Name || element.IsHard))
        {
            var asked = question.Any(other => string.Equals(other.Text, element.Text, StringComparison.OrdinalIgnoreCase)
                || other.Names.Intersect(element.Names).Any());
            if (!asked && !evidence.Lines.Any(line => line.Names.Overlaps(element.Names)))
                return $"'{element.Text}' stands neither in the question nor in the evidence";
        }

        var denied = Denied.SelectMany(element => element.Names).ToHashSet();
        var sides = stated.Left.Concat(stated.Right).SelectMany(side => side.Names).ToHashSet();
        return facts.Any(fact => !fact.IsNegative && stated.Sense.Provers.Contains(fact.Relation)
            && ((denied.Contains(fact.Object) && (sides.Count == 0 || sides.Contains(fact.Subject)))
                || (denied.Contains(fact.Subject) && sides.Contains(fact.Object))))
            ? "the evidence says what it denies"
            : null;
    }
}
