using System.Collections.Immutable;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Evidence;

/// <summary>Words disagreements of sources, for answers and for search: what holds and why, and who says otherwise.</summary>
/// <remarks>Safe from any number of threads.</remarks>
internal sealed class ConflictWording(KnowledgeBase knowledge)
{
    // A value of more words than this is a phrase of the maintainers and stands in quotation marks.
    private const int MostPlainWords = 4;

    private readonly PlainWords _words = new(knowledge);

    /// <summary>The whole disagreement as one sentence. The reason stands in brackets, so that it can be cut off.</summary>
    public string Sentence(Conflict conflict)
    {
        var reason = _words.Of(conflict.Because).TrimEnd('.');
        if (conflict is { Better: { } better, Weaker: { } weaker })
            return $"Sources disagree on {Topic(conflict)}: {Who(weaker)} says {Value(weaker)}, but {Value(better)} is better supported ({reason}).";
        return conflict.Verdict == Verdict.Both
            ? $"Sources say two things about {Topic(conflict)}, and both hold: {Value(conflict.First)} and {Value(conflict.Second)} ({reason})."
            : $"Sources disagree on {Topic(conflict)}, and the record does not settle it: {Value(conflict.First)} or {Value(conflict.Second)} ({reason}).";
    }

    /// <summary>What to add to an answer that already says what holds: who says otherwise, and why that is weaker.</summary>
    public Statement Aside(Conflict conflict) => conflict is { Better: { } better, Weaker: { } weaker }
        ? Told($"{Capital(Who(weaker))} {Says(conflict, weaker)}, but {Reason(conflict)}.", weaker, better)
        : Open(conflict);

    /// <summary>The whole disagreement: the side that holds with the reason, and the other side.</summary>
    public ImmutableArray<Statement> Whole(Conflict conflict) => conflict switch
    {
        { Better: { } better, Weaker: { } weaker } =>
        [
            Told($"On {Topic(conflict)}, {Value(better)} is better supported: {Reason(conflict)}.", better.Sources.IsEmpty ? [weaker]
                : [better]),
            Told($"{Capital(Who(weaker))} {Says(conflict, weaker)}.", weaker.Sources.IsEmpty ? [better] : [weaker]),
        ],
        { Verdict: Verdict.Both } => [Open(conflict)],
        _ => [Open(conflict), Told($"{Capital(Reason(conflict))}.", conflict.First, conflict.Second)],
    };

    /// <summary>A side's value in words: dates written out, ids as names, phrases in quotation marks.</summary>
    public string Value(ConflictSide side)
    {
        var words = _words.Of(side.Value);
        var isPhrase = words.Contains(',', StringComparison.Ordinal) || words.Count(' '.Equals) >= MostPlainWords;
        return isPhrase && knowledge.FindEntity(side.Value) is null && !PartialDate.TryParse(side.Value, out _) ? $"“{words}”" : words;
    }

    /// <summary>What the sides disagree on: «the release date of StableLM».</summary>
    public static string Topic(Conflict conflict)
    {
        var name = conflict.Subject.Name;
        return conflict switch
        {
            { Aspect: "date" } when conflict.Predicate == Predicates.ReleasedBy => $"the release date of {name}",
            { Aspect: { } aspect } when aspect.All(char.IsAsciiLetterLower) && conflict.Subject.Kind != EntityKind.Event =>
                $"the {aspect} of {name}",
            { Aspect: { } aspect } => $"{name} ({aspect})",
            { Predicate.Role: LineageRole.Terms } => $"the licence of {name}",
            { Predicate.Role: LineageRole.Derivation } => $"the base of {name}",
            { Predicate: var predicate } when predicate == Predicates.MemberOf => $"where {name} belongs",
            { Predicate.Role: LineageRole.Provenance } => $"the maker of {name}",
            _ => $"what {name} {conflict.Predicate.Phrase}",
        };
    }

    private Statement Open(Conflict conflict) => Told(
        conflict.Verdict == Verdict.Both
            ? $"On {Topic(conflict)}, both {Value(conflict.First)} and {Value(conflict.Second)} hold: {Reason(conflict)}."
            : $"Sources differ on {Topic(conflict)}: {Who(conflict.First)} says {Value(conflict.First)}, {Who(conflict.Second)} says {Value(conflict.Second)}.",
        conflict.First,
        conflict.Second);

    // The sentence is its own line of evidence: what the maintainers found, with the first source of each side before the rest.
    private static Statement Told(string text, params ReadOnlySpan<ConflictSide> sides)
    {
        var sources = new List<Source>();
        for (var i = 0; i < sides.ToArray().Max(side => side.Sources.Length); i++)
        {
            foreach (var side in sides)
            {
                if (i < side.Sources.Length && !sources.Contains(side.Sources[i]))
                    sources.Add(side.Sources[i]);
            }
        }

        return Statement.Of(text, new EvidenceLine(text, [.. sources], []));
    }

    private string Says(Conflict conflict, ConflictSide side)
    {
        var value = Value(side);
        if (conflict.IsAboutDate)
            return $"says {value}";
        if (conflict.Aspect is { } aspect)
            return $"gives {value} as the {aspect} of {conflict.Subject.Name}";
        return knowledge.FindEntity(side.Value) is not null || conflict.Predicate == Predicates.LicensedUnder
            ? $"says that {conflict.Subject.Name} {conflict.Predicate.Phrase} {value}"
            : $"says {value}";
    }

    private string Reason(Conflict conflict) => _words.Of(conflict.Because).TrimEnd('.');

    private static string Who(ConflictSide side)
    {
        var who = side.Sources.IsEmpty ? "One source" : DisputeWording.Somebody(side.Sources[0]);
        return char.ToLowerInvariant(who[0]) + who[1..];
    }

    private static string Capital(string clause) => char.ToUpperInvariant(clause[0]) + clause[1..];
}
