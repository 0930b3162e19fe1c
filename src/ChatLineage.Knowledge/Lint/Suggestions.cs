using ChatLineage.Knowledge.Naming;

namespace ChatLineage.Knowledge.Lint;

/// <summary>Adds «did you mean» to findings about ids that do not exist.</summary>
internal static class Suggestions
{
    // Enough for what a person can read; a folder without any source would otherwise compare thousands of ids with thousands.
    private const int MostSuggested = 200;

    public static void Add(KnowledgeBase knowledge, List<Finding> findings)
    {
        var left = MostSuggested;
        for (var i = 0; i < findings.Count && left > 0; i++)
        {
            if (findings[i] is not { Value: { } value } finding || Candidates(knowledge, finding.Rule) is not { } candidates)
                continue;
            left--;
            if (Spelling.Nearest(value, candidates) is [var nearest, ..])
                findings[i] = finding with { Fix = $"did you mean '{nearest}'? Otherwise {finding.Fix}" };
        }
    }

    private static IEnumerable<string>? Candidates(KnowledgeBase knowledge, Rule rule)
    {
        if (rule == Rules.UnknownEntity)
            return knowledge.Entities.Select(entity => entity.Id);
        return rule == Rules.UnknownSource || rule == Rules.UnknownFootnote ? knowledge.Sources.Select(source => source.Id) : null;
    }
}
