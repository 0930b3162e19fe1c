using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Drafting;

/// <summary>Reads the front matter of model cards and dataset cards. Fields that a draft does not need may hold anything.</summary>
public static class CardReader
{
    // Evaluation results in cards nest deeper than notes do.
    private const int CardDepth = 24;

    private static readonly string[] DatasetFields = ["dataset_info", "size_categories", "task_categories", "annotations_creators",
        "source_datasets"];

    /// <summary>Reads a card.</summary>
    /// <param name="shownName">What to call the card in messages.</param>
    /// <param name="text">The text of the card.</param>
    /// <param name="kind">What it describes; null to tell by its fields.</param>
    /// <exception cref="CardException">The front matter is no YAML.</exception>
    public static Card Read(string shownName, string text, EntityKind? kind)
    {
        if (!FrontMatter.TrySplit(text, out var front))
            return new Card { Kind = kind ?? EntityKind.Model, Name = Heading(text) };
        try
        {
            var fields = YamlReader.Read(front.Yaml, linesBefore: 1, CardDepth) as YamlMap;
            return Fields(fields, kind, Heading(front.Body));
        }
        catch (YamlProblem broken)
        {
            throw new CardException(
                $"The front matter of {shownName} breaks off at {broken.At.Line}:{broken.At.Column}: {broken.Message}. Save the card to a "
                    + "file, mend it there, and draft from the file.", broken);
        }
    }

    private static Card Fields(YamlMap? map, EntityKind? kind, string? heading)
    {
        var isDataset = map is not null && map.Entries.Any(entry => DatasetFields.Contains(entry.Key.Text));
        return new Card
        {
            Kind = kind ?? (isDataset ? EntityKind.Dataset : EntityKind.Model),
            Name = Text(map, "pretty_name") ?? Text(map, "model_name") ?? heading,
            Bases = Texts(map, "base_model"),
            Relation = Text(map, "base_model_relation"),
            Datasets = Texts(map, isDataset ? "source_datasets" : "datasets"),
            Licence = Texts(map, "license").FirstOrDefault(),
            LicenceName = Text(map, "license_name"),
            Tags = Texts(map, "tags"),
        };
    }

    private static YamlValue? Value(YamlMap? map, string key)
    {
        foreach (var entry in map?.Entries ?? [])
        {
            if (entry.Key.Text == key)
                return entry.Value;
        }

        return null;
    }

    private static string? Text(YamlMap? map, string key) =>
        Value(map, key) is YamlText { Text: { } text } && text.Trim().Length > 0 ? text.Trim() : null;

    private static ImmutableArray<string> Texts(YamlMap? map, string key) => Value(map, key) switch
    {
        YamlText { Text.Length: > 0 } text => [text.Text.Trim()],
        YamlList list => [.. list.Items.OfType<YamlText>().Select(item => item.Text.Trim()).Where(item => item.Length > 0)],
        _ => [],
    };

    private static string? Heading(string body)
    {
        foreach (var line in body.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("# ") && line[2..].Trim() is { Length: > 0 } heading)
                return heading.ToString();
        }

        return null;
    }
}
