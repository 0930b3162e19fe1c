using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Comparing;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Reports;

/// <summary>Writes a <see cref="KnowledgeDifference"/>, one line a change: <c>+</c> came, <c>-</c> went, <c>~</c> changed.</summary>
public static class DifferenceReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="difference">What changed.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(KnowledgeDifference difference, TextWriter output)
    {
        if (difference.IsEmpty)
        {
            output.WriteLine("The graph is the same: no entity, claim or conflict differs.");
            return;
        }

        Section(output, "entities",
            difference.Added.Select(entity => $"+ {Named(entity)}").Concat(difference.Removed.Select(entity => $"- {Named(entity)}")));
        Section(output, "fields", difference.Fields
            .Select(change => $"~ {change.Id} {change.Field}: {change.Before ?? "nothing"} -> {change.After ?? "nothing"}"));
        Section(output, "claims", difference.Claims.SelectMany(ClaimLines));
        Section(output, "conflicts", difference.Conflicts.Select(ConflictLine));
        Section(output, "what entities are ultimately built on",
            difference.Roots.Select(change => $"~ {change.Id}: {Ids(change.Before)} -> {Ids(change.After)}"));
        var come = difference.Claims.Count(change => change.Before is null);
        var gone = difference.Claims.Count(change => change.After is null);
        output.WriteLine(
            $"{come} claims added, {gone} removed, {difference.Claims.Length - come - gone} changed; "
                + $"{difference.Conflicts.Count(change => change.IsOpened)} conflicts opened, "
                + $"{difference.Conflicts.Count(change => change.IsSettled)} settled");
    }

    private static void Section(TextWriter output, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        output.WriteLine(title);
        foreach (var line in all)
            output.WriteLine("  " + line);
        output.WriteLine();
    }

    private static IEnumerable<string> ClaimLines(ClaimChange change) => change switch
    {
        { Before: null, After: { } added } => [$"+ {Told(added)}"],
        { After: null, Before: { } removed } => [$"- {Told(removed)}"],
        _ => [$"~ {Told(change.Before!)}", $"  now {Qualified(change.After!)}"],
    };

    private static string ConflictLine(ConflictChange change)
    {
        var conflict = change.After ?? change.Before!;
        var aspect = conflict.Aspect is { } part ? $" ({part})" : "";
        var verdict = change switch
        {
            { Before: null } => $"recorded, {Word(change.After!.Verdict)}",
            { After: null } => "no longer recorded",
            _ => $"{Word(change.Before.Verdict)} -> {Word(change.After.Verdict)}: {change.After.Because}",
        };
        return $"{(change.Before is null ? '+' : change.After is null ? '-' : '~')} {conflict.Subject.Id} "
            + $"{conflict.Predicate.Id}{aspect}, {conflict.First.Value} or {conflict.Second.Value}: {verdict}";
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.First => "the first holds",
        Verdict.Second => "the second holds",
        Verdict.Both => "both hold",
        _ => "undecided",
    };

    private static string Told(Claim claim) => $"{claim} {Qualified(claim)}".TrimEnd();

    private static string Qualified(Claim claim) => string.Join(
        ", ",
        new[] { claim.Detail, claim.On?.ToString(), claim.Until is { } end ? $"until {end}" : null, "[" + string.Join(", ",
            claim.Sources.Select(source => source.Id)) + "]", claim.Disputed is { } why ? "disputed: " + why : null }.OfType<string>());

    private static string Named(Entity entity) => $"{entity.Id} ({entity.Name}, {entity.Kind.Word()})";

    private static string Ids(IReadOnlyCollection<string> ids) => ids.Count == 0 ? "nothing recorded" : string.Join(", ", ids);
}
