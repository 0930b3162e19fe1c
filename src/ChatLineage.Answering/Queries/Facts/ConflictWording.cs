using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Queries.Facts;

/// <summary>Words disagreements of sources: what holds and why, and who says otherwise.</summary>
internal static class ConflictWording
{
    /// <summary>What to add to an answer that already says what holds: who says otherwise, and why that is weaker.</summary>
    public static IEnumerable<Statement> Aside(Conflict conflict, EvaluationContext context)
    {
        if (conflict.Weaker is not { } weaker)
        {
            yield return Both(conflict, context);
            yield break;
        }

        var lines = Lines(conflict, context);
        yield return new Statement($"{Who(weaker.Sources)} {Says(conflict, weaker, context)}, but {conflict.Because}.", lines);
    }

    /// <summary>The whole disagreement: the side that holds with the reason, and the other side.</summary>
    public static IEnumerable<Statement> Whole(Conflict conflict, EvaluationContext context)
    {
        if (conflict.Better is not { } better || conflict.Weaker is not { } weaker)
        {
            yield return Both(conflict, context);
            yield return new Statement(Sentence(conflict.Because), Lines(conflict, context));
            yield break;
        }

        var lines = Lines(conflict, context);
        yield return new Statement($"{Sentence($"{Value(conflict, better, context)} is better supported for {Aspect(conflict)} of {conflict.Subject.Name}")}", lines);
        yield return new Statement($"{Who(weaker.Sources)} {Says(conflict, weaker, context)}, but {conflict.Because}.", lines);
    }

    /// <summary>A side's value in words: dates written out, ids as names.</summary>
    public static string Value(Conflict conflict, ConflictSide side, EvaluationContext context)
    {
        if (PartialDate.TryParse(side.Value, out var date))
            return date.ToWords();
        return context.Knowledge.FindEntity(side.Value)?.Name ?? side.Value;
    }

    /// <summary>What the sides disagree on: «the release date», «the licence».</summary>
    public static string Aspect(Conflict conflict)
    {
        if (conflict.IsAboutDate)
            return "the date";
        if (conflict.Aspect is { } aspect)
            return "the " + aspect;
        if (conflict.Predicate == Predicates.LicensedUnder)
            return "the licence";
        return conflict.Predicate.Role == LineageRole.Derivation ? "the base" : conflict.Predicate.Role == LineageRole.Provenance ? "the maker" : "the record";
    }

    private static Statement Both(Conflict conflict, EvaluationContext context) => new(
        $"Sources differ on {Aspect(conflict)} of {conflict.Subject.Name}: {Who(conflict.First.Sources, capital: false)} says {Value(conflict, conflict.First, context)}, {Who(conflict.Second.Sources, capital: false)} says {Value(conflict, conflict.Second, context)}.",
        Lines(conflict, context));

    /// <summary>The lines that prove both sides.</summary>
    public static ImmutableArray<EvidenceLine> Lines(Conflict conflict, EvaluationContext context)
    {
        var lines = ImmutableArray.CreateBuilder<EvidenceLine>(2);
        if (conflict.Better is { } better && conflict.Weaker is { } weaker)
        {
            lines.Add(new EvidenceLine($"{Sentence(conflict.Because)}", better.Sources.IsEmpty ? weaker.Sources : better.Sources, []));
            lines.Add(new EvidenceLine($"{Who(weaker.Sources)} {Says(conflict, weaker, context)}.", weaker.Sources, []));
        }
        else
        {
            lines.Add(new EvidenceLine($"{Who(conflict.First.Sources)} {Says(conflict, conflict.First, context)}.", conflict.First.Sources, []));
            lines.Add(new EvidenceLine($"{Who(conflict.Second.Sources)} {Says(conflict, conflict.Second, context)}.", conflict.Second.Sources, []));
        }

        return [.. lines.Where(line => !line.Sources.IsEmpty)];
    }

    private static string Says(Conflict conflict, ConflictSide side, EvaluationContext context)
    {
        var value = Value(conflict, side, context);
        if (conflict.IsAboutDate)
            return $"says {value}";
        if (conflict.Aspect is not null)
            return $"gives {value} as the {conflict.Aspect} of {conflict.Subject.Name}";
        return context.Knowledge.FindEntity(side.Value) is not null || conflict.Predicate == Predicates.LicensedUnder
            ? $"says that {conflict.Subject.Name} {conflict.Predicate.Phrase} {value}"
            : $"says {value}";
    }

    private static string Who(ImmutableArray<Source> sources, bool capital = true)
    {
        var who = sources.IsEmpty ? "one source" : sources[0].Kind switch
        {
            SourceKind.Article => "one article",
            SourceKind.Database => "a database",
            SourceKind.ModelCard or SourceKind.DatasetCard => "the card",
            SourceKind.Announcement => "an announcement",
            SourceKind.Paper => "a paper",
            _ => "a repository",
        };
        return capital ? char.ToUpperInvariant(who[0]) + who[1..] : who;
    }

    private static string Sentence(string clause) => char.ToUpperInvariant(clause[0]) + clause[1..].TrimEnd('.') + ".";
}
