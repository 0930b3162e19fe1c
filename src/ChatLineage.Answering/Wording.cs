using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ChatLineage.Answering.Composing;
using ChatLineage.Answering.Drafting;
using ChatLineage.Answering.Evidence;

namespace ChatLineage.Answering;

/// <summary>Words one result: by the model where its draft says the result, else by the composer.</summary>
/// <remarks>Made for one answer; not thread-safe.</remarks>
internal sealed class Wording(Drafter? drafter, string question, QueryResult result)
{
    private readonly Composer _composer = new();
    private readonly List<DraftedSentence> _held = [];
    private readonly Expectation _expected = AnswerExpectation.Of(result, question);
    private Draft? _draft;

    public ImmutableArray<Sentence> Sentences { get; private set; } = [];

    public ImmutableArray<Citation> Citations => _composer.Citations;

    public Engine Engine { get; private set; }

    public string? PromptHash { get; private set; }

    public ImmutableArray<string> Explanation { get; private set; } = [];

    /// <summary>The sentences, each once it is final. A model's are held back until together they say the result.</summary>
    public async IAsyncEnumerable<Sentence> SentencesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (drafter is not null && result.Abstained is null && !result.Evidence.IsEmpty)
        {
            await foreach (var sentence in DraftedAsync(cancellationToken))
                yield return sentence;
            if (Engine == Engine.Model)
                yield break;
        }

        Sentences = _composer.Compose(result);
        foreach (var sentence in Sentences)
            yield return sentence;
    }

    /// <summary>How the answer came about; null for a reply that rests on no evidence.</summary>
    public Working? Working()
    {
        var lines = result.Evidence;
        if (lines.IsEmpty)
            return null;
        var drafted = _draft is null ? [] : _draft.Kept
            .Select(kept => new SentenceCheck(kept.Text, Engine.Model, kept.Lines, Engine == Engine.Model ? null
                : "the draft was replaced by the composer's text"))
            .Concat(_draft.Withheld.Select(withheld => new SentenceCheck(withheld.Text, Engine.Model, [], withheld.Reason)));
        var composed = Engine == Engine.Model ? [] : Composer.Shown(result)
            .Select(statement => new SentenceCheck(statement.Text, Engine.Composer,
                [.. statement.Lines.Select(line => IndexOf(lines, line) + 1)], null));
        return new Working { Lines = lines, Prompt = _draft?.Prompt, Draft = _draft?.Raw, Checks = [.. drafted, .. composed] };
    }

    private static int IndexOf(ImmutableArray<EvidenceLine> lines, EvidenceLine line) => lines.Select(each => each.Text).ToList()
        .IndexOf(line.Text);

    private async IAsyncEnumerable<Sentence> DraftedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var drafting = drafter!.DraftAsync(new DraftRequest(question, result.Evidence), cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(drafting))
        {
            var news = drafting.Current;
            if (news is DraftEvent.SentenceApproved approved)
            {
                _held.Add(approved.Sentence);
                if (Engine != Engine.Model && DraftCheck.Judge(Partial(), _expected, hasResult: true).Accepted)
                    Engine = Engine.Model;
            }

            while (Engine == Engine.Model && _held.Count > Sentences.Length)
            {
                Sentences = Sentences.Add(Cited(_held[Sentences.Length]));
                yield return Sentences[^1];
            }

            if (news is DraftEvent.Completed completed)
                Conclude(completed.Draft);
        }
    }

    // A model that breaks down costs the answer its wording and nothing else: the composer takes over.
    private async ValueTask<bool> NextAsync(IAsyncEnumerator<DraftEvent> drafting)
    {
        try
        {
            return await drafting.MoveNextAsync();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Explanation = [$"draft: the model failed ({failure.Message}), so the composer answers"];
            return false;
        }
    }

    private void Conclude(Draft draft)
    {
        PromptHash = draft.PromptHash;
        var verdict = DraftCheck.Judge(draft, _expected, hasResult: true);
        _draft = draft;
        Explanation =
        [
            $"draft: {draft.Kept.Length} sentences kept, {draft.Withheld.Length} withheld, {(Engine == Engine.Model ? "used" : "replaced by the composer: " + verdict.Reason)}",
            .. draft.Withheld.Select(withheld => $"withheld: {withheld.Reason}"),
        ];
    }

    private Sentence Cited(DraftedSentence sentence)
    {
        var evidence = result.Evidence;
        return _composer.Sentence(sentence.Text, [.. sentence.Lines.Select(number => evidence[number - 1])]);
    }

    private Draft Partial() => new()
    {
        Kept = [.. _held],
        Withheld = [],
        Raw = "",
        Prompt = "",
        PromptHash = "",
        PromptVersion = "",
        LinesShown = 0,
    };
}
