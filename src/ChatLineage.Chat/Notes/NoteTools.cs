using ChatLineage.Answering.Checking;
using ChatLineage.Knowledge;

namespace ChatLineage.Chat.Notes;

/// <summary>What is made from the notes once and used often: the checker of texts, and names to suggest. Follows edits of the notes.</summary>
/// <param name="current">The notes as they are now.</param>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class NoteTools(Func<KnowledgeBase> current)
{
    private Tools? _tools;

    /// <summary>Checks texts against the notes.</summary>
    public TextChecker Checker => Latest().Checker.Value;

    /// <summary>Completes names.</summary>
    public NameSuggestions Suggestions => Latest().Suggestions.Value;

    /// <summary>The notes as they are now.</summary>
    public KnowledgeBase Knowledge => current();

    // Two threads can make the same tools at once after an edit; both are right, and one is kept.
    private Tools Latest()
    {
        var knowledge = current();
        var tools = Volatile.Read(ref _tools);
        if (tools?.Knowledge == knowledge)
            return tools;
        tools = new Tools(knowledge, new(() => new TextChecker(knowledge)), new(() => new NameSuggestions(knowledge)));
        Volatile.Write(ref _tools, tools);
        return tools;
    }

    private sealed record Tools(KnowledgeBase Knowledge, Lazy<TextChecker> Checker, Lazy<NameSuggestions> Suggestions);
}
