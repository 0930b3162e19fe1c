using System.Runtime.CompilerServices;
using ChatLineage.Answering.Drafting;
using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Search;
using ChatLineage.Answering.Understanding;
using ChatLineage.Answering.Understanding.Examples;
using ChatLineage.Knowledge;

namespace ChatLineage.Answering;

/// <summary>
/// Answers questions over one snapshot of the notes: understanding, evidence, draft, grounding, answer. The result is known before
/// it is worded; a model only chooses the words, and the composer's text replaces a draft that does not say the result.
/// </summary>
/// <remarks>Safe to use from several threads at once.</remarks>
public sealed class Answerer : IAnswerer
{
    private readonly QuestionReader _reader;
    private readonly QuestionEvaluator _evaluator;
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
    public Answerer(KnowledgeBase knowledge, IRetriever? retriever, Drafter? drafter, string? model, TimeProvider time,
        ExampleBook? examples = null)
    {
        var context = new EvaluationContext(knowledge, new FactBook(knowledge), retriever);
        _reader = new QuestionReader(context, examples);
        _evaluator = new QuestionEvaluator(context, _reader);
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
        var found = await _evaluator.EvaluateAsync(question, understood, cancellationToken);
        var result = found.Result;
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
            Entities = found.Subjects,
            Named = result.Named,
            Queries = found.Queries,
            Evidence = [.. result.Evidence.Select(line => line.Text)],
            Engine = wording.Engine,
            Model = wording.Engine == Engine.Model ? _model : null,
            PromptHash = wording.PromptHash,
            Timings = new Timings(
                _time.GetElapsedTime(started, read), _time.GetElapsedTime(read, evaluated), _time.GetElapsedTime(evaluated, ended),
                    _time.GetElapsedTime(started, ended)),
            Explanation = [.. Explain(understood, found.Reading), .. wording.Explanation],
            Working = wording.Working(),
        });
    }

    private static IEnumerable<string> Explain(Understood understood, Reading chosen)
    {
        yield return $"understood: {understood.Text}";
        foreach (var mention in understood.Shape.Mentions)
            yield return $"entity: {mention.Entity.Id}{(mention.Corrected ? " (misspelt)" : "")}{(mention.Others.IsEmpty ? "" : ", could also be " + string.Join(", ", mention.Others.Select(entity => entity.Id)))}";
        foreach (var reading in understood.Readings)
            yield return string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"reading{(reading == chosen ? " (chosen)" : "")}: {reading.Query.InWords}, {reading.Confidence:0.00}, {reading.Because}");
    }

    private static Answer TooLong(Question question) => new()
    {
        Question = question.Text[..80],
        Sentences = [new Sentence($"That is longer than the {Question.MaxLength} characters that I read. Ask it in one or two sentences.",
            [])],
        Abstained = AbstentionReason.WeakEvidence,
    };
}
