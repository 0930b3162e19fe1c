using System.Runtime.CompilerServices;
using ChatLineage.Answering;
using ChatLineage.Knowledge;

namespace ChatLineage.Soak;

/// <summary>Answers everything at once with two sentences and a source, so that what is measured is everything but the answering.</summary>
internal sealed class InstantAnswerer(KnowledgeBase knowledge) : IAnswerer
{
    private readonly Citation _citation = new(1, knowledge.Sources.First());

    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var answer = new Answer
        {
            Question = question.Text,
            Sentences = [new Sentence("It was built on LLaMA.", [1]), new Sentence("Its maker says so.", [1])],
            Citations = [_citation],
        };
        foreach (var sentence in answer.Sentences)
        {
            yield return new AnswerEvent.SentenceReady(sentence);
            await Task.Yield();
        }

        yield return new AnswerEvent.Completed(answer);
    }
}
