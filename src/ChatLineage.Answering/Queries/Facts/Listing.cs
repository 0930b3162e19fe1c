namespace ChatLineage.Answering.Queries.Facts;

/// <summary>Writes lists as sentences do.</summary>
internal static class Listing
{
    /// <summary>How many items a list names before «and N more».</summary>
    public const int Most = 7;

    /// <summary>«A», «A and B», «A, B and C», «A, B, C and 4 more».</summary>
    public static string Of(IReadOnlyCollection<string> items, int most = Most)
    {
        var shown = items.Count > most ? items.Take(most).Append($"{items.Count - most} more").ToList() : [.. items];
        return shown.Count switch
        {
            0 => "",
            1 => shown[0],
            _ => string.Join(", ", shown.SkipLast(1)) + " and " + shown[^1],
        };
    }

    /// <summary>«1 model», «3 models».</summary>
    public static string Counted(int count, string word) => count == 1 ? $"1 {word}" : $"{count} {Plural(word)}";

    /// <summary>The plural of a word or a phrase that ends in a noun.</summary>
    public static string Plural(string word) => word == "person" ? "people" : word.EndsWith('s') ? word : word + "s";
}
