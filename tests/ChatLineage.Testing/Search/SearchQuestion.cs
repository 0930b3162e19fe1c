using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Evaluation.Questions;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Testing.Search;

/// <summary>A judged question as search gets it.</summary>
/// <param name="Text">The question, self-contained.</param>
/// <param name="Kind">What sort of question it is.</param>
/// <param name="Named">The entities that understanding finds in it.</param>
/// <param name="Supporting">The entities that its answer rests on.</param>
public sealed record SearchQuestion(string Text, string Kind, ImmutableArray<Entity> Named, ImmutableArray<Entity> Supporting)
{
    /// <summary>The questions of a folder that can be answered and rest on entities, follow-ups left out: search gets those resolved.</summary>
    public static async Task<IReadOnlyList<SearchQuestion>> ReadAsync(string folder, KnowledgeBase knowledge, CancellationToken cancellationToken)
    {
        var answerer = new Answerer(knowledge, retriever: null, drafter: null, model: null, TimeProvider.System);
        var questions = new List<SearchQuestion>();
        foreach (var judged in QuestionFiles.Read(folder))
        {
            var supporting = judged.SupportingEntities.Select(knowledge.FindEntity).OfType<Entity>().ToImmutableArray();
            if (judged.Abstain || judged.Turns.Length > 1 || supporting.IsEmpty)
                continue;
            questions.Add(new SearchQuestion(judged.Turns[0], judged.Kind, await NamedAsync(answerer, judged.Turns[0], cancellationToken), supporting));
        }

        return questions;
    }

    private static async Task<ImmutableArray<Entity>> NamedAsync(Answerer answerer, string text, CancellationToken cancellationToken)
    {
        await foreach (var step in answerer.AnswerAsync(new Question(text), cancellationToken))
        {
            if (step is AnswerEvent.Completed completed)
                return completed.Answer.Entities;
        }

        return [];
    }
}
