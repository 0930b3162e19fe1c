using System.Text.RegularExpressions;
using ChatLineage.Knowledge;

namespace ChatLineage.Answering.Evidence;

/// <summary>Turns what maintainers write in short form into words: ISO dates into dates, ids into names.</summary>
internal sealed partial class PlainWords(KnowledgeBase knowledge)
{
    /// <summary>The text with every date written out and every id of an entity replaced by its name.</summary>
    public string Of(string text)
    {
        if (knowledge.FindEntity(text) is { } entity)
            return entity.Name;
        var dated = IsoDate().Replace(text, match => PartialDate.TryParse(match.Value, out var date) ? date.ToWords() : match.Value);
        return IdLike().Replace(dated, match => Name(match.Value) ?? match.Value);
    }

    // «open» or «first» may be ids too: a word that differs from the name by more than its case must look like an id.
    private string? Name(string word) =>
        knowledge.FindEntity(word) is { } entity && (word.Contains('-', StringComparison.Ordinal)
            || word.Equals(entity.Name, StringComparison.OrdinalIgnoreCase))
            ? entity.Name
            : null;

    [GeneratedRegex(@"(?<![\w-])\d{4}-\d{2}(-\d{2})?(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"(?<![\w-])[a-z][a-z0-9_]*(-[a-z0-9_]+)*(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex IdLike();
}
