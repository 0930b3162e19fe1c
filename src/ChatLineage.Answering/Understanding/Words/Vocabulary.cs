using ChatLineage.Knowledge;

namespace ChatLineage.Answering.Understanding.Words;

/// <summary>The words that occur in lower case in the notes, and so are words and not misspelt names.</summary>
/// <remarks>Built at the first question that holds an unknown word; safe from any number of threads.</remarks>
internal sealed class Vocabulary(KnowledgeBase knowledge)
{
    private readonly Lazy<HashSet<string>> _words = new(() => Words(knowledge));

    public bool Knows(string word) => word.Length < 4 || EverydayWords.Contains(word) || Lexicon.Knows(word) || _words.Value.Contains(word);

    private static HashSet<string> Words(KnowledgeBase knowledge)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in knowledge.Claims)
        {
            if (claim.Detail is { } detail)
                Add(words, detail);
        }

        foreach (var entity in knowledge.Entities)
            Add(words, knowledge.NoteOf(entity).Body);
        return words;
    }

    private static void Add(HashSet<string> words, string text)
    {
        foreach (var token in Tokenizer.Tokens(text))
        {
            if (!token.Capital && token.Length > 3 && !token.Joined)
                words.Add(token.Text);
        }
    }
}
