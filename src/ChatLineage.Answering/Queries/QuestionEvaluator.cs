using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Describe;
using ChatLineage.Answering.Queries.Open;
using ChatLineage.Answering.Queries.Talk;
using ChatLineage.Answering.Understanding;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.References;
using ChatLineage.Answering.Understanding.Words;

namespace ChatLineage.Answering.Queries;

/// <summary>Finds the result of a question: of the reading that the notes answer, or of several questions in one text.</summary>
/// <remarks>Safe from any number of threads.</remarks>
internal sealed class QuestionEvaluator(EvaluationContext context, QuestionReader reader)
{
    private const int StatementsOfAPart = 2;
    private const string Unknown = "I don't know: the";

    /// <summary>Evaluates a question that has been read as a whole.</summary>
    public async ValueTask<Found> EvaluateAsync(Question question, Understood understood, CancellationToken cancellationToken)
    {
        var parts = QuestionParts.Of(understood.Text);
        return parts.Length > 1 && await EvaluatePartsAsync(parts, question.History, cancellationToken) is { } together
            ? Fresh(together, question.History)
            : Fresh(await EvaluateOneAsync(understood, cancellationToken), question.History);
    }

    // What the last answer said already is not said again beside a new answer.
    private Found Fresh(Found found, ImmutableArray<Turn> history)
    {
        if (history is not [.., var last] || found.Result.Statements.Length < 2)
            return found;
        var said = last.Answer.Sentences.Select(sentence => sentence.Text)
            .Concat(last.Answer.Conflicts.Select(conflict => context.Conflicts.Aside(conflict).Text)).ToHashSet(StringComparer.Ordinal);
        return found with
        {
            Result = found.Result with
            {
                Statements = [.. found.Result.Statements.Where((statement, at) => at == 0
            || !said.Contains(statement.Text))]
            }
        };
    }

    // Each part is read as a follow-up of those before it: «who founded X and what did his company release».
    private async ValueTask<Found?> EvaluatePartsAsync(ImmutableArray<string> parts, ImmutableArray<Turn> history,
        CancellationToken cancellationToken)
    {
        var found = new List<Found>();
        foreach (var part in parts)
        {
            var asked = found.Count > 0 && found[^1].Subjects is [var before, ..]
                ? Ellipsis.WrittenOut(part, parts[found.Count - 1], before.Name) ?? part : part;
            var understood = reader.Read(new Question(asked, history));
            var one = await EvaluateOneAsync(understood, cancellationToken);
            // A text is taken apart only where each part is a question that the graph answers, or where just a later one has no answer.
            if (one.Reading.Query is TalkQuery or DescribeQuery { IsBare: true }
                || (one.Reading.Query is OpenQuery && (found.Count == 0 || one.Result.Abstained is not null))
                || (one.Result.Abstained is not null && found.Count == 0))
                return null;
            found.Add(one);
            history = history.Add(new Turn(part, new Answer
            {
                Question = understood.Text,
                Sentences = [],
                Entities = one.Subjects,
                Named = one.Result.Named
            }));
        }

        var answered = found.Where(one => one.Result.Abstained is null).Select(one => one.Result).ToList();
        return new Found(found[0].Reading, [.. found.SelectMany(one => one.Queries)], [.. found.SelectMany(one => one.Subjects).Distinct()],
            new QueryResult
            {
                Statements = [.. found.SelectMany(one => one.Result.Abstained is null ? one.Result.Statements.Take(StatementsOfAPart)
                : Missing(one.Result))],
                FurtherEvidence = [.. answered.SelectMany(result => result.FurtherEvidence)],
                Expected = new Expectation(answered[0].Expected.Polarity, [.. answered.SelectMany(result => result.Expected.MustState)]),
                Conflicts = [.. answered.SelectMany(result => result.Conflicts).Distinct()],
                Named = [.. answered.SelectMany(result => result.Named).Distinct()],
            });
    }

    // What one part asks and the notes lack is said in one sentence, with the nearest fact as what it rests on.
    private static IEnumerable<Statement> Missing(QueryResult result) =>
        result.Statements is [var lead, { Lines: [var nearest, ..] }, ..] && lead.Text.StartsWith(Unknown, StringComparison.Ordinal)
            ? [Statement.WorkedOut("", "The" + lead.Text[Unknown.Length..], nearest)]
            : [];

    // A reading that finds nothing gives way to the next one that is nearly as sure: the notes tell what was meant.
    private async ValueTask<Found> EvaluateOneAsync(Understood understood, CancellationToken cancellationToken)
    {
        var found = await EvaluateReadingsAsync(understood, cancellationToken);
        if (found.Result.Abstained != AbstentionReason.NotRecorded)
            return found;
        // The name may stand for another thing, of which the notes do record what is asked.
        foreach (var namesake in reader.AboutNamesakes(understood))
        {
            var other = await EvaluateReadingsAsync(namesake, cancellationToken);
            if (other.Result.Abstained is null && other.Reading.Query is not OpenQuery)
                return other;
        }

        return found;
    }

    private async ValueTask<Found> EvaluateReadingsAsync(Understood understood, CancellationToken cancellationToken)
    {
        const double Floor = 0.56;
        const double Sure = 0.77;
        Found? first = null;
        foreach (var reading in Fitting(understood).Where((reading, at) => at == 0 || reading.Confidence >= Floor
            || reading.Query is OpenQuery))
        {
            // What a thing is never stands in for what was asked of it.
            if (first is not null && reading.Query is DescribeQuery)
                continue;
            // Where a surer reading found nothing, only a passage that bears on nearly every word may answer.
            var query = reading.Query is OpenQuery open && first?.Reading.Confidence >= Sure ? open with { IsLastResort = true }
                : reading.Query;
            if (first?.Reading.Confidence >= Sure && query is not OpenQuery)
                continue;
            var result = await QueryKinds.EvaluateAsync(query, context, cancellationToken);
            if (result.Abstained is null)
                return Of(understood, reading, await WithNamesakeAsync(understood, reading, result, cancellationToken));
            first ??= Of(understood, reading, result);
            if (reading.Final)
                break;
        }

        return first!;
    }

    // Why is answered by what can give a reason, and by nothing else.
    private static IEnumerable<Reading> Fitting(Understood understood) =>
        understood.Shape.AsksWhy && !understood.Best.Final ? understood.Readings.Where(reading => reading.Query.GivesReasons)
            : understood.Readings;

    // An unrelated thing of the same name gets a sentence of its own, so that nobody takes one for the other.
    private async ValueTask<QueryResult> WithNamesakeAsync(Understood understood, Reading reading, QueryResult result,
        CancellationToken cancellationToken)
    {
        foreach (var mention in understood.Shape.Mentions)
        {
            if (IsOfFamily(mention))
                continue;
            var namesake = mention.Others.FirstOrDefault(other => other.Kind == mention.Entity.Kind
                && !context.Facts.AreRelated(other, mention.Entity));
            if (namesake is null || !reading.Query.InWords.Contains('(' + mention.Entity.Id, StringComparison.Ordinal)
                || reading.Query.About(namesake) is not { } query)
                continue;
            var other = await QueryKinds.EvaluateAsync(query, context, cancellationToken);
            if (other.Abstained is not null)
                other = DescribeKind.Describe(namesake, context);
            if (other.Abstained is null && other.Statements is [var first, ..])
                return result with
                {
                    Statements = [.. result.Statements.Take(3), Statement.WorkedOut("",
                        $"There is another, unrelated {mention.Spelling}: {WithoutVerdict(first.Text)}", first.Lines.AsSpan())],
                    Named = [.. result.Named, namesake],
                };
        }

        return result;
    }

    // «gpt» names a family of versions: its other members are no namesakes.
    private static bool IsOfFamily(Mention mention) => Tokenizer.Key(mention.Entity.Name) is var key && Tokenizer.Key(mention.Spelling) is var typed
        && key.StartsWith(typed, StringComparison.Ordinal) && key[typed.Length..].TrimStart('v') is { Length: > 0 } rest
        && char.IsAsciiDigit(rest[0]) && rest[^1] is not ('b' or 'm');

    private static string WithoutVerdict(string text) =>
        text.StartsWith("No. ", StringComparison.Ordinal) ? text[4..] : text.StartsWith("Yes. ", StringComparison.Ordinal) ? text[5..]
            : text;

    private static Found Of(Understood understood, Reading reading, QueryResult result)
    {
        var subject = understood.Shape.Entities.FirstOrDefault(entity =>
            reading.Query.InWords.Contains(entity.Id, StringComparison.Ordinal));
        var subjects = subject is null ? understood.Shape.Entities : [subject,
            .. understood.Shape.Entities.Where(entity => entity != subject)];
        return new Found(reading, [reading.Query.InWords], subjects, result);
    }
}
