using System.Runtime.CompilerServices;
using ChatLineage.Answering;

namespace ChatLineage.Testing.Answers;

/// <summary>An answerer that answers as a test tells it to, and remembers what it was asked.</summary>
/// <param name="answer">Gives the answer to a question, or throws.</param>
public sealed class ScriptedAnswerer(Func<Question, Answer> answer) : IAnswerer
{
    private readonly Lock _lock = new();
    private readonly List<Question> _asked = [];

    /// <summary>An answerer that says the same to everything.</summary>
    public ScriptedAnswerer(Answer answer)
        : this(_ => answer)
    {
    }

    /// <summary>The questions so far.</summary>
    public IReadOnlyList<Question> Asked
    {
        get
        {
            lock (_lock)
                return [.. _asked];
        }
    }

    /// <summary>Runs before each sentence with the number of those already said; a test cancels or waits here.</summary>
    public Func<int, CancellationToken, Task> BeforeSentence { get; init; } = (_, _) => Task.CompletedTask;

    /// <inheritdoc/>
    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        lock (_lock)
            _asked.Add(question);
        var whole = answer(question);
        for (var said = 0; said < whole.Sentences.Length; said++)
        {
            await BeforeSentence(said, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            yield return new AnswerEvent.SentenceReady(whole.Sentences[said]);
        }

        yield return new AnswerEvent.Completed(whole);
    }
}
