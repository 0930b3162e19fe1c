using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>Checks who does what in a sentence whose verb is no relation of the lexicon.</summary>
internal sealed class RoleCheck(EvidenceSet evidence, ImmutableArray<int> cited, List<Element> sentence)
{
    /// <summary>Why the roles are wrong; null when the cited lines have them the same way.</summary>
    public string? Problem() => AgentProblem(out var isActive) ?? (isActive ? null : OrderProblem());

    // «The Observatory withdrew X» is not said by «X was withdrawn»; «X found Y» needs X before «found» in the evidence too.
    private string? AgentProblem(out bool isActive)
    {
        isActive = false;
        for (var at = 1; at < sentence.Count; at++)
        {
            if (sentence[at] is not { Kind: ElementKind.Word, IsHard: false } word || sentence[at - 1].Kind != ElementKind.Name
                || WordClass.Generic.Contains(word.Text))
                continue;
            isActive = cited.Any(line => HasAgent(evidence.Lines[line], word.Text.ToLowerInvariant(), sentence[at - 1].Names));
            return isActive ? null : $"what it cites does not say who did it ({word.Text})";
        }

        return null;
    }

    private bool HasAgent(EvidenceReading line, string verb, ImmutableArray<int> agent)
    {
        for (var at = 0; at < line.Elements.Count; at++)
        {
            if (line.Elements[at].Kind == ElementKind.Name || !WordForm.Same(line.Elements[at].Text.ToLowerInvariant(), verb))
                continue;
            if (at > 0 && line.Elements[at - 1].Kind == ElementKind.Be)
                return line.Elements.Skip(at).Take(6).Any(element => element.Names.Intersect(agent).Any());

            // In a bracket the verb goes on about the subject of the line, or about the object where the details describe it.
            if (line.Elements[at].InBrackets)
                return evidence.FactsOf(line.Index).Any(fact =>
                    agent.Contains(RelationLexicon.DetailsOfObject.Contains(fact.Relation) && fact.Relation != RelationLexicon.Base.Primary
                    ? fact.Object : fact.Subject));
            return line.Elements.Take(at).Any(element => element.Names.Intersect(agent).Any())
                || (line.Elements.Skip(at + 1).Take(1).Any(element => element.Text == "by") && line.Elements.Skip(at).Take(5)
                    .Any(element => element.Names.Intersect(agent).Any()));
        }

        return false;
    }

    // Without a relation that is known, names must come in the order of the evidence.
    private string? OrderProblem()
    {
        var named = sentence.Where(element => element.Kind == ElementKind.Name).ToList();
        for (var i = 0; i + 1 < named.Count; i++)
        {
            var (first, second) = (named[i], named[i + 1]);
            var between = sentence.SkipWhile(element => element != first).TakeWhile(element => element != second);
            if (!between.Any(element => element.Kind is ElementKind.Word or ElementKind.Relation))
                continue;
            var together = cited.Select(line => evidence.Lines[line].Elements)
                .Select(line => (First: line.FindIndex(each => each.Names.Intersect(first.Names).Any()),
                    Second: line.FindLastIndex(each => each.Names.Intersect(second.Names).Any())))
                .Where(places => places is { First: >= 0, Second: >= 0 }).ToList();
            if (together.Count > 0 && together.All(places => places.First > places.Second))
                return "it tells its names the other way round";
        }

        return null;
    }
}
