using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge;

namespace ChatLineage.Answering.Tests;

/// <summary>The notes that ship, read once.</summary>
internal static class ShippedNotes
{
    public static KnowledgeBase Knowledge { get; } = KnowledgeStore.Open(Folder()).Current;

    public static NameIndex Names { get; } = new(Knowledge);

    public static ShapeReader Shapes { get; } =
        new(new EntityLinker(Names, new Vocabulary(Knowledge)), new Vocabulary(Knowledge), new Descriptions(Knowledge));

    private static readonly Answerer Answerer = new(Knowledge, null, null, null, TimeProvider.System);

    /// <summary>The answer to the last of several turns, which « || » parts.</summary>
    public static async Task<Answer> AskAsync(string turns)
    {
        var history = ImmutableArray<Turn>.Empty;
        foreach (var turn in turns.Split(" || "))
            history = history.Add(new Turn(turn, await Answerer.AnswerWholeAsync(new Question(turn, history), CancellationToken.None)));
        return history[^1].Answer;
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "knowledge", "sources")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("There is no knowledge folder above the tests.");
        return Path.Combine(folder.FullName, "knowledge");
    }
}
