using System.Collections.Immutable;
using ChatLineage.Answering.Drafting;
using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding;
using ChatLineage.Answering.Understanding.Examples;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge;
using ChatLineage.Testing;
using ChatLineage.Testing.Notes;
using ChatLineage.Testing.Search;

namespace ChatLineage.Answering.Tests;

/// <summary>Asks the notes of <see cref="LineageNotes"/>, each stage by itself or all together.</summary>
internal static class Asking
{
    private static readonly WordRetriever Retriever = new(LineageNotes.Knowledge);
    private static readonly Vocabulary Words = new(LineageNotes.Knowledge);

    public static KnowledgeBase Knowledge => LineageNotes.Knowledge;

    public static EvaluationContext Context { get; } = new(LineageNotes.Knowledge, new FactBook(LineageNotes.Knowledge), Retriever);

    public static NameIndex Names { get; } = new(LineageNotes.Knowledge);

    public static EntityLinker Linker { get; } = new(Names, Words);

    public static ShapeReader Shapes { get; } = new(Linker, Words, new Descriptions(LineageNotes.Knowledge));

    public static QuestionReader Reader { get; } = new(Context, ExampleBook.Empty);

    public static Answerer Composing { get; } = new(LineageNotes.Knowledge, Retriever, null, null, TimeProvider.System);

    /// <summary>An answerer whose model says the same to everything.</summary>
    public static Answerer Drafting(ScriptedChatClient client) =>
        new(LineageNotes.Knowledge, Retriever, new Drafter(client, PromptFolder.Find(null), new DrafterOptions()), "scripted", TimeProvider.System);

    /// <summary>The answer to the last of several turns, each asked with those before it.</summary>
    public static async Task<Answer> AskAsync(params string[] turns)
    {
        var history = ImmutableArray<Turn>.Empty;
        Answer? answer = null;
        foreach (var turn in turns)
        {
            answer = await Composing.AnswerWholeAsync(new Question(turn, history), CancellationToken.None);
            history = history.Add(new Turn(turn, answer));
        }

        return answer!;
    }

    /// <summary>The ids of the sources cited, in order.</summary>
    public static IEnumerable<string> CitedBy(Answer answer) => answer.Citations.Select(citation => citation.Source.Id);
}
