using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ChatLineage.Answering.Drafting;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Describe;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Queries.Open;
using ChatLineage.Answering.Search;
using ChatLineage.Answering.Understanding;
using ChatLineage.Answering.Understanding.Examples;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering;

/// <summary>
/// Answers questions over one snapshot of the notes: understanding, evidence, draft, grounding, answer. The result is known before
/// it is worded; a model only chooses the words, and the composer's text replaces a draft that does not say the result.
/// </summary>
/// <remarks>Safe to use from several threads at once.</remarks>
public sealed class Answerer : IAnswerer
{
    private readonly EvaluationContext _context;
    private readonly QuestionReader _reader;
    private readonly Drafter? _drafter;
    private readonly string? _model;
    private readonly TimeProvider _time;

    /// <summary>Makes an answerer.</summary>
    /// <param name="knowledge">The notes.</param>
    /// <param name="retriever">Search over the same notes; without it open questions are declined.</param>
    /// <param name="drafter">The model that words answers; null for the composer alone.</param>
    /// <param name="model">The model's name, for <see cref="Answer.Model"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="examples">Labelled questions for those that leave doubt; null for none.</param>
    public Answerer(KnowledgeBase knowledge, IRetriever? retriever, Drafter? drafter, string? model, TimeProvider time, ExampleBook? examples = null)
    {
        _context = new EvaluationContext(knowledge, new FactBook(knowledge), retriever);
        _reader = new QuestionReader(_context, examples);
        _drafter = drafter;
        _model = model;
        _time = time;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var started = _time.GetTimestamp();
        if (question.Text.Length > Question.MaxLength)
        {
            yield return new AnswerEvent.Completed(TooLong(question));
            yield break;
        }

        var understood = _reader.Read(question);
        var read = _time.GetTimestamp();
        var (reading, result) = await EvaluateAsync(understood, cancellationToken);
        var evaluated = _time.GetTimestamp();
        var wording = new Wording(_drafter, understood.Text, result);
        await foreach (var sentence in wording.SentencesAsync(cancellationToken))
            yield return new AnswerEvent.SentenceReady(sentence);
        var ended = _time.GetTimestamp();
        yield return new AnswerEvent.Completed(new Answer
        {
            Question = understood.Text,
            Sentences = wording.Sentences,
            Citations = wording.Citations,
            Abstained = result.Abstained,
            Conflicts = result.Conflicts,
            Entities = Subjects(understood, reading),
            Named = result.Named,
            Queries = [reading.Query.InWords],
            Evidence = [.. result.Evidence.Select(line => line.Text)],
            Engine = wording.Engine,
            Model = wording.Engine == Engine.Model ? _model : null,
            PromptHash = wording.PromptHash,
            Timings = new Timings(_time.GetElapsedTime(started, read), _time.GetElapsedTime(read, evaluated), _time.GetElapsedTime(evaluated, ended), _time.GetElapsedTime(started, ended)),
            Explanation = [.. Explain(understood, reading), .. wording.Explanation],
            Working = wording.Working(),
        });
    }

    // A reading that finds nothing gives way to the next one that is nearly as sure: the notes tell what was meant.
    private async ValueTask<(Reading Reading, QueryResult Result)> EvaluateAsync(Understood understood, CancellationToken cancellationToken)
    {
        const double Floor = 0.56;
        const double Sure = 0.77;
        (Reading Reading, QueryResult Result)? first = null;
        foreach (var reading in understood.Readings.Where(reading => reading == understood.Best || reading.Confidence >= Floor || reading.Query is OpenQuery))
        {
            // What a thing is never stands in for what was asked of it.
            if (first is not null && reading.Query is DescribeQuery)
                continue;
            var result = await QueryKinds.EvaluateAsync(reading.Query, _context, cancellationToken);
            if (result.Abstained is null)
                return (reading, await WithNamesakeAsync(understood, reading, result, cancellationToken));
            first ??= (reading, result);
            if (reading.Final || (reading.Confidence >= Sure && reading.Query is not OpenQuery))
                break;
        }

        return first!.Value;
    }

    // An unrelated thing of the same name gets a sentence of its own, so that nobody takes one for the other.
    private async ValueTask<QueryResult> WithNamesakeAsync(Understood understood, Reading reading, QueryResult result, CancellationToken cancellationToken)
    {
        foreach (var mention in understood.Shape.Mentions)
        {
            var namesake = mention.Others.FirstOrDefault(other => other.Kind == mention.Entity.Kind && !_context.Facts.AreRelated(other, mention.Entity));
            if (namesake is null || !reading.Query.InWords.Contains('(' + mention.Entity.Id, StringComparison.Ordinal) || reading.Query.About(namesake) is not { } query)
                continue;
            var other = await QueryKinds.EvaluateAsync(query, _context, cancellationToken);
            if (other.Abstained is not null)
                other = DescribeKind.Describe(namesake, _context);
            if (other.Abstained is null && other.Statements is [var first, ..])
                return result with
                {
                    Statements = [.. result.Statements.Take(3), Statement.WorkedOut("", $"There is another, unrelated {mention.Spelling}: {WithoutVerdict(first.Text)}", first.Lines.AsSpan())],
                    Named = [.. result.Named, namesake],
                };
        }

        return result;
    }

    private static string WithoutVerdict(string text) =>
        text.StartsWith("No. ", StringComparison.Ordinal) ? text[4..] : text.StartsWith("Yes. ", StringComparison.Ordinal) ? text[5..] : text;

    // The subject that the query was about stands first; it is what «it» means in the next question.
    private static ImmutableArray<Entity> Subjects(Understood understood, Reading reading)
    {
        var subject = understood.Shape.Entities.FirstOrDefault(entity => reading.Query.InWords.Contains(entity.Id, StringComparison.Ordinal));
        return subject is null ? understood.Shape.Entities : [subject, .. understood.Shape.Entities.Where(entity => entity != subject)];
    }

    private static IEnumerable<string> Explain(Understood understood, Reading chosen)
    {
        yield return $"understood: {understood.Text}";
        foreach (var mention in understood.Shape.Mentions)
            yield return $"entity: {mention.Entity.Id}{(mention.Corrected ? " (misspelt)" : "")}{(mention.Others.IsEmpty ? "" : ", could also be " + string.Join(", ", mention.Others.Select(entity => entity.Id)))}";
        foreach (var reading in understood.Readings)
            yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"reading{(reading == chosen ? " (chosen)" : "")}: {reading.Query.InWords}, {reading.Confidence:0.00}, {reading.Because}");
    }

    private static Answer TooLong(Question question) => new()
    {
        Question = question.Text[..80],
        Sentences = [new Sentence($"That is longer than the {Question.MaxLength} characters that I read. Ask it in one or two sentences.", [])],
        Abstained = AbstentionReason.WeakEvidence,
    };
}
