using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Dispute;

/// <summary>Questions for a disagreement of sources, and either-or questions that one settles.</summary>
internal sealed class DisputeKind : QueryKind<DisputeQuery>
{
    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        if (shape.Entities.IsEmpty)
            return null;
        var words = Words(shape);
        // A figure that sources differ on may belong to an event around what is named.
        var around = shape.Entities.SelectMany(entity => context.Facts.To(entity, Predicates.About)).Select(fact => fact.Subject).Distinct()
            .SelectMany(each => context.Knowledge.ConflictsAbout(each))
            .Where(conflict => Figures(conflict.First.Value, words) + Figures(conflict.Second.Value, words) > 0);
        var best = shape.Entities.SelectMany(entity => context.Knowledge.ConflictsAbout(entity)).Concat(around)
            .Select(conflict => (Conflict: conflict, Score: Score(conflict, shape, words)))
            .OrderByDescending(pair => pair.Score)
            .FirstOrDefault();
        var agree = shape.HasWord("agree", "disagree", "disputed", "dispute", "contradict", "conflicting");
        if (best.Conflict is null)
            return agree ? new Reading(new DisputeQuery(shape.Entities[0], null, true, null), 0.8, "asks whether sources disagree") : null;
        var asked = shape.Has(Topic.Conflict) || shape.IsYesNo || (best.Conflict.Aspect == "place" && shape.HasWord("where")) || (shape.Has(Topic.Reason) && shape.Entities.Length > 1);
        var eitherOr = shape.HasWord("or");
        var confidence = agree ? 0.91 : eitherOr && best.Conflict.IsAboutDate && Day(best.Conflict.First.Value, words)
            && Day(best.Conflict.Second.Value, words) ? 0.92 : best.Conflict.IsAboutDate && shape.Dates.Length > 0 ? 0.5 : asked
            ? 0.59 + (0.09 * Math.Min(best.Score + (shape.Has(Topic.Reason) && shape.Has(Topic.Conflict) ? 1 : 0), 4)) : eitherOr
            ? 0.5 + (0.13 * Math.Min(best.Score, 3)) : 0;
        // «X came from Y», where a source says so and another knows better: the disagreement is the answer.
        if (shape.IsYesNo && !eitherOr && best.Conflict.Weaker is { } weaker && shape.Entities.Any(entity => entity.Id == weaker.Value)
            && Relation.Of(shape).ToList() is { Count: > 0 } told && told.TrueForAll(relation => relation.Hit.Words.EndsWith(" from", StringComparison.Ordinal)))
            confidence = Math.Max(confidence, 0.86);
        // A plain statement about two things is verified as such; the disagreement shows in that answer too.
        else if (shape.IsYesNo && !eitherOr && shape.Entities.Length == 2 && Relation.Of(shape)
            .Any(relation => relation is { Subject: not null, Target: not null }))
            confidence = Math.Min(confidence, 0.8);
        return confidence > 0.6 && (best.Score > 0 || agree)
            ? new Reading(new DisputeQuery(best.Conflict.Subject, best.Conflict, agree && shape.IsYesNo, shape.IsYesNo && !eitherOr
                ? Holds(best.Conflict, shape, words) : null)
            { AsksWhetherTheyDiffer = !shape.HasWord("agree") }, confidence,
                "a recorded disagreement fits")
            : null;
    }

    protected override QueryResult Evaluate(DisputeQuery query, EvaluationContext context)
    {
        if (query.Conflict is not { } conflict)
            return Abstain.NotRecorded($"any disagreement of sources about {query.Entity.Name}", Abstain.Nearest(query.Entity, context),
                query.Entity);
        var statements = context.Conflicts.Whole(conflict).ToList();
        if (query.AsksWhetherTheyAgree)
            statements[0] = statements[0] with { Text = (query.AsksWhetherTheyDiffer ? "Yes. " : "No. ") + statements[0].Text };
        else if (conflict.Weaker is not null && Answer(conflict, context) is { } lead)
            statements[0] = lead;
        if (query.Holds is { } holds && !query.AsksWhetherTheyAgree)
            statements[0] = statements[0] with { Text = (holds ? "Yes. " : "No. ") + statements[0].Text };
        return new QueryResult
        {
            Statements = [.. statements],
            Expected = new Expectation(query.Holds, conflict.Better is { } better ? [[context.Conflicts.Value(better).Trim('“', '”')]]
                : []),
            Conflicts = [conflict],
            Named = [query.Entity],
        };
    }

    // The words of the question; «70k» also as 70000.
    private static HashSet<string> Words(QuestionShape shape)
    {
        var words = shape.Terms.Select(term => term.Word ?? term.Mention!.Entity.Name.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i + 1 < shape.Terms.Length; i++)
        {
            if (shape.Terms[i].Word is { } number && char.IsAsciiDigit(number[0]) && shape.Terms[i + 1].Word is "k")
                words.Add(number + "000");
        }

        return words;
    }

    private static bool Day(string date, HashSet<string> words) => date.Length == 10 && words.Contains(date[8..].TrimStart('0'));

    // The fact that holds, as a sentence of its own, where the better side is an entity.
    private static Statement? Answer(Conflict conflict, EvaluationContext context)
    {
        var better = context.Knowledge.FindEntity(conflict.Better!.Value);
        var fact = better is null ? null : context.Facts.From(conflict.Subject, [.. Predicates.All])
            .FirstOrDefault(each => each.Object == better);
        return fact is null ? null : Statement.Of(fact.Line.Text, fact.Line);
    }

    // Which side the question states: the one whose words it holds more of.
    private static bool? Holds(Conflict conflict, QuestionShape shape, HashSet<string> words)
    {
        if (conflict.Better is not { } better || conflict.Weaker is not { } weaker)
            return null;
        var forBetter = Stated(better.Value, shape, words);
        var forWeaker = Stated(weaker.Value, shape, words);
        return forBetter == forWeaker ? false : forBetter > forWeaker;
    }

    // The words of a side that the question holds, a name as a whole; words of grammar and of the aspect («licence») tell nothing.
    private static int Stated(string value, QuestionShape shape, HashSet<string> words) =>
        Understanding.Words.Tokenizer.Tokens(value).Count(token => token.Length > 2 && token.Text is not "licence" and not "terms"
            && words.Contains(token.Text))
        + shape.Entities.Count(entity => entity != shape.Entities[0] && (entity.Id == value || entity.Aliases.Prepend(entity.Name)
            .Any(name => Understanding.Words.Tokenizer.Key(name) == Understanding.Words.Tokenizer.Key(value))));

    // How many words of the sides, of the aspect and of the relation the question holds.
    private static int Score(Conflict conflict, QuestionShape shape, HashSet<string> words)
    {
        if (conflict.IsAboutDate && !shape.Has(Topic.Date) && shape.Dates.IsEmpty && !shape.HasWord("old", "month", "year", "day"))
            return 0;
        var score = Overlap(conflict.First.Value, words) + Overlap(conflict.Second.Value, words) + Overlap(conflict.Aspect ?? "", words);
        score += 2 * shape.Entities.Count(entity => entity.Id == conflict.First.Value || entity.Id == conflict.Second.Value);
        if (conflict.IsAboutDate && !shape.Has(Topic.Reason) && (shape.Has(Topic.Date) || shape.Dates.Length > 0))
            score += 2;
        if (conflict.Predicate == Predicates.LicensedUnder && (shape.Has(Topic.Licence)
            || shape.Entities.Any(entity => entity.Kind == EntityKind.Licence)))
            score += 2;
        if (conflict.Aspect == "place" && shape.HasWord("where"))
            score += 3;
        return score + (shape.Cues.Any(hit => hit.Cue.Predicates.Contains(conflict.Predicate)) ? 1 : 0);
    }

    private static int Figures(string value, HashSet<string> words) =>
        Understanding.Words.Tokenizer.Tokens(value.Replace(",", "", StringComparison.Ordinal))
            .Count(token => token is { IsNumber: true, Length: > 2 } && words.Contains(token.Text));

    private static int Overlap(string value, HashSet<string> words) =>
        Understanding.Words.Tokenizer.Tokens(value.Replace(",", "", StringComparison.Ordinal))
            .Count(token => token.Length > (token.IsNumber ? 1 : 2) && words.Contains(token.Text));
}
