using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Search;

/// <summary>Words a recorded disagreement as one sentence: both sides, the verdict and the reason.</summary>
internal sealed class ConflictWording(KnowledgeBase knowledge)
{
    private readonly PlainWords _words = new(knowledge);

    /// <summary>The sentence. The reason stands in brackets, since not every reason is a whole clause.</summary>
    public string Sentence(Conflict conflict)
    {
        var question = Question(conflict);
        var reason = _words.Of(conflict.Because).TrimEnd('.');
        if (conflict is { Better: { } better, Weaker: { } weaker })
            return $"Sources disagree on {question}: {Weaker(weaker)}, but {Value(better)} is better supported ({reason}).";
        return conflict.Verdict == Verdict.Both
            ? $"Sources say two things about {question}, and both hold: {Value(conflict.First)} and {Value(conflict.Second)} ({reason})."
            : $"Sources disagree on {question}, and the record does not settle it: {Value(conflict.First)} or {Value(conflict.Second)} ({reason}).";
    }

    private string Weaker(ConflictSide side)
    {
        var who = side.Sources.IsEmpty ? "One source" : DisputeWording.Somebody(side.Sources[0]);
        return $"{char.ToLowerInvariant(who[0])}{who[1..]} says {Value(side)}";
    }

    // Dates and names fit into any sentence; other values are phrases of the maintainers and stand in quotation marks.
    private string Value(ConflictSide side)
    {
        var words = _words.Of(side.Value);
        return PartialDate.TryParse(side.Value, out _) || knowledge.FindEntity(side.Value) is not null ? words : $"“{words}”";
    }

    private static string Question(Conflict conflict)
    {
        var name = conflict.Subject.Name;
        return conflict switch
        {
            { Aspect: "date" } when conflict.Predicate == Predicates.ReleasedBy => $"the release date of {name}",
            { Aspect: { } aspect } when aspect.All(char.IsAsciiLetterLower) && conflict.Subject.Kind != EntityKind.Event => $"the {aspect} of {name}",
            { Aspect: { } aspect } => $"{name} ({aspect})",
            { Predicate.Role: LineageRole.Terms } => $"the licence of {name}",
            { Predicate: var made } when made == Predicates.MemberOf => $"what {name} {made.Phrase}",
            { Predicate.Role: LineageRole.Provenance } => $"who {conflict.Predicate.Inverse} {name}",
            _ => $"what {name} {conflict.Predicate.Phrase}",
        };
    }
}
