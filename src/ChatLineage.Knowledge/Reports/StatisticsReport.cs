using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge.Reports;

/// <summary>Writes how much the notes hold, and what most was built on.</summary>
public static class StatisticsReport
{
    private const int MostBases = 10;

    /// <summary>Writes the report.</summary>
    public static void Write(KnowledgeBase knowledge, TextWriter output)
    {
        output.WriteLine($"{knowledge.Entities.Length} notes, {knowledge.Claims.Length} claims, {knowledge.Sources.Count} sources");
        Section(output, "notes by kind",
            EntityKinds.All.Select(kind => (kind.Plural(), knowledge.Entities.Count(entity => entity.Kind == kind))));
        Section(output, "claims by predicate",
            Predicates.All.Select(predicate => (predicate.Id, knowledge.Claims.Count(claim => claim.Predicate == predicate))));
        Section(output, "sources by kind",
            Enum.GetValues<SourceKind>().Select(kind => (kind.Word(), knowledge.Sources.Count(source => source.Kind == kind))));
        var conflicts = knowledge.Entities.SelectMany(entity => knowledge.ConflictsAbout(entity)).ToList();
        Section(output, "how well it is founded",
        [
            ("claims with two sources or more", knowledge.Claims.Count(claim => claim.Sources.Length > 1)),
            ("claims that are disputed", knowledge.Claims.Count(claim => !claim.Stands)),
            ("conflicts", conflicts.Count),
            ("conflicts decided or explained", conflicts.Count(conflict => conflict.Verdict != Conflicts.Verdict.Undecided)),
            ("notes with prose", knowledge.Entities.Count(entity => !string.IsNullOrWhiteSpace(knowledge.NoteOf(entity).Body))),
            ("notes without a claim",
                knowledge.Entities.Count(entity => knowledge.ClaimsFrom(entity).IsEmpty && knowledge.ClaimsTo(entity).IsEmpty)),
        ]);
        Section(output, "most built on", knowledge.Entities
            .Select(entity => (entity.Name, knowledge.Graph.Descendants(entity).Length))
            .OrderByDescending(pair => pair.Length).ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .Take(MostBases));
    }

    private static void Section(TextWriter output, string title, IEnumerable<(string Name, int Count)> rows)
    {
        var shown = rows.Where(row => row.Count > 0).ToList();
        if (shown.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(title);
        var width = shown.Max(row => row.Name.Length);
        foreach (var (name, count) in shown)
            output.WriteLine($"  {name.PadRight(width)}  {count,6}");
    }
}
