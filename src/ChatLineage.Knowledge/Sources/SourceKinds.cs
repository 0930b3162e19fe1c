namespace ChatLineage.Knowledge.Sources;

/// <summary>How each <see cref="SourceKind"/> is written and how far it is trusted by default.</summary>
public static class SourceKinds
{
    /// <summary>The word that notes use: <c>model-card</c>.</summary>
    public static string Word(this SourceKind kind) => kind switch
    {
        SourceKind.Repository => "repository",
        SourceKind.ModelCard => "model-card",
        SourceKind.DatasetCard => "dataset-card",
        SourceKind.Paper => "paper",
        SourceKind.Announcement => "announcement",
        SourceKind.Database => "database",
        _ => "article",
    };

    /// <summary>Reads a kind as notes write it.</summary>
    public static bool TryParse(string? text, out SourceKind kind)
    {
        foreach (var candidate in Enum.GetValues<SourceKind>())
        {
            if (candidate.Word() == text)
            {
                kind = candidate;
                return true;
            }
        }

        kind = default;
        return false;
    }

    /// <summary>
    /// How far the kind is trusted, 1 to 3: what a maker publishes about its own work before what a database
    /// collects, and a database before an article. <c>knowledge/sources/README.md</c> gives the reasons.
    /// </summary>
    public static int Trust(this SourceKind kind) => kind switch
    {
        SourceKind.Database => 2,
        SourceKind.Article => 1,
        _ => 3,
    };
}
