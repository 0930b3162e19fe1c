using ChatLineage.Answering.Checking.Assertions;
using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Judging;

/// <summary>Judges that something happened, by the events of the notes.</summary>
internal sealed class HappeningJudge(EvaluationContext context, DateJudge dates)
{
    // Verbs that people use for one and the same act.
    private static readonly string[][] Alike =
    [
        ["delet", "remov", "withdr", "pull", "offlin", "takedown", "taken down", "took down", "takes its", "restrict", "block"],
        ["sue", "lawsuit", "complain", "suit", "filed"],
        ["settl"],
        ["leak"],
        ["shut", "clos", "discontinu", "retir", "deprecat", "halt", "suspend", "paus"],
        ["relicen", "licen"],
        ["renam", "rebrand"],
        ["ban"],
        ["restor"],
        ["merge"],
        ["split"],
    ];

    /// <summary>The judgement and the event that it rests on, if the notes know it; null where the notes know nothing near.</summary>
    public (Judgement Judgement, Entity? Event)? Judge(HappeningAssertion stated)
    {
        var all = stated.Others.Prepend(stated.Subject!).ToList();
        var happening = all.SelectMany(entity => context.Facts.To(entity, Predicates.About)).Select(fact => fact.Subject)
            .Where(each => each.Kind == EntityKind.Event).Distinct()
            .Select(each => (Event: each, Score: Score(each, stated.Verb),
                About: all.Count(entity => context.Facts.From(each, Predicates.About).Any(fact => fact.Object == entity))))
            .Where(each => each.Score > 0)
            .OrderByDescending(each => each.About).ThenByDescending(each => Fits(each.Event, stated)).ThenByDescending(each => each.Score)
            .Select(each => each.Event).FirstOrDefault();
        if (happening is null)
            return null;
        var dating = Dating.Of(happening, context);
        var line = dating?.Line ?? context.Facts.From(happening, Predicates.About)[0].Line;
        var text = dating is null ? happening.Name + "." : $"{happening.Name}: {dating.Date.ToWords()}.";
        if (stated.Date is not { } date || dating is null)
            return (Judgement.Of(StatementVerdict.Supported, text, line), happening);
        var fits = Fits(happening, stated) || dates.Agrees(date, dating.Date);
        return (Judgement.Of(fits ? StatementVerdict.Supported : StatementVerdict.Contradicted, text, line), happening);
    }

    private bool Fits(Entity happening, HappeningAssertion stated) =>
        stated.Date is { } date && (happening.Released is { } released && dates.Agrees(date, released)
            || context.Facts.From(happening, [.. Predicates.All]).Any(fact =>
                fact.Claims.Any(claim => claim.On is { Day: not null } on && dates.Agrees(date, on))));

    private static int Score(Entity happening, string verb)
    {
        var said = string.Join(' ', happening.Aliases.Prepend(happening.Name)).ToLowerInvariant();
        var group = Array.Find(Alike, each => each.Any(stem => verb.Contains(stem, StringComparison.Ordinal)));
        return group is null ? (Stem.Holds(said, verb) ? 1 : 0) : group.Count(stem => said.Contains(stem, StringComparison.Ordinal));
    }
}
