using System.Collections.Immutable;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Naming;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Notes;

/// <summary>Reads the fields of one YAML map and reports what is missing, malformed or unknown.</summary>
internal sealed class FieldReader
{
    private readonly YamlMap _map;
    private readonly string _path;
    private readonly ICollection<Finding> _findings;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public FieldReader(YamlMap map, string path, ICollection<Finding> findings)
    {
        _map = map;
        _path = path;
        _findings = findings;
    }

    /// <summary>True once a value could not be used, so that its owner must be left out.</summary>
    public bool Failed { get; private set; }

    public Position At => _map.At;

    public YamlEntry? Entry(string key)
    {
        _read.Add(key);
        foreach (var entry in _map.Entries)
        {
            if (entry.Key.Text == key)
                return entry;
        }

        return null;
    }

    public Located<string>? Text(string key)
    {
        if (Entry(key) is not { } entry)
            return null;
        if (entry.Value is YamlText { Text.Length: > 0 } text)
            return new Located<string>(text.Text, text.At);
        Fail(Rules.BadValue, entry.Value.At, $"'{key}' must be text and is {Describe(entry.Value)}",
            $"write '{key}: some text', or remove the line");
        return null;
    }

    public Located<string> Required(string key, string example)
    {
        var text = Text(key);
        if (text is null && Entry(key) is null)
            Fail(Rules.MissingField, At, $"'{key}' is missing", $"add a line like '{key}: {example}'");
        return text ?? new Located<string>("", At);
    }

    public PartialDate? Date(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (PartialDate.TryParse(text.Value, out var date))
            return date;
        Fail(Rules.BadValue, text.At, $"'{key}: {text.Value}' is no date",
            "write a date as 2023, 2023-04 or 2023-04-28, as precisely as the source gives it");
        return null;
    }

    public ImmutableArray<Located<string>> Texts(string key)
    {
        if (Entry(key) is not { } entry)
            return [];
        if (entry.Value is not YamlList list)
        {
            Fail(Rules.BadValue, entry.Value.At, $"'{key}' must be a list and is {Describe(entry.Value)}",
                $"write '{key}: [first, second]'");
            return [];
        }

        var texts = ImmutableArray.CreateBuilder<Located<string>>(list.Items.Length);
        foreach (var item in list.Items)
        {
            if (item is YamlText { Text.Length: > 0 } text)
                texts.Add(new Located<string>(text.Text, text.At));
            else
                Fail(Rules.BadValue, item.At, $"an item of '{key}' must be text and is {Describe(item)}",
                    "write plain text, in quotes if it has signs such as : or #");
        }

        return texts.DrainToImmutable();
    }

    public ImmutableArray<Located<string>> RequiredSources(string key = "sources")
    {
        var sources = Texts(key);
        if (sources.IsEmpty && !Failed)
            Fail(Rules.MissingField, At, $"'{key}' is missing: every statement names who makes it", $"add '{key}: [id-of-a-source]'");
        return sources;
    }

    public T Choice<T>(string key, T fallback, bool required, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        if (Text(key) is not { } text)
        {
            if (required && Entry(key) is null)
                Fail(Rules.MissingField, At, $"'{key}' is missing", $"add a line like '{key}: {choices[0].Word}'");
            return fallback;
        }

        var words = new List<string>(choices.Length);
        foreach (var (word, value) in choices)
        {
            if (word == text.Value)
                return value;
            words.Add(word);
        }

        Fail(Rules.BadValue, text.At, $"'{key}: {text.Value}' is not one of its values",
            DidYouMean(text.Value, words) + "use one of: " + string.Join(", ", words));
        return fallback;
    }

    /// <summary>Reads a list of maps; items of another form are reported.</summary>
    public IEnumerable<FieldReader> Maps(string key)
    {
        if (Entry(key) is not { } entry)
            yield break;
        if (entry.Value is not YamlList list)
        {
            Fail(Rules.BadValue, entry.Value.At, $"'{key}' must be a list and is {Describe(entry.Value)}",
                $"start each entry of '{key}' with '  - '");
            yield break;
        }

        foreach (var item in list.Items)
        {
            if (item is YamlMap map)
                yield return new FieldReader(map, _path, _findings);
            else
                Fail(Rules.BadValue, item.At, $"an entry of '{key}' must have fields and is {Describe(item)}",
                    "write 'name: value' lines under the dash");
        }
    }

    public FieldReader? Map(string key)
    {
        if (Entry(key) is not { } entry)
            return null;
        if (entry.Value is YamlMap map)
            return new FieldReader(map, _path, _findings);
        Fail(Rules.BadValue, entry.Value.At, $"'{key}' must have fields and is {Describe(entry.Value)}",
            $"write indented 'name: value' lines under '{key}:'");
        return null;
    }

    public IEnumerable<YamlEntry> Unread() => _map.Entries.Where(entry => !_read.Contains(entry.Key.Text));

    /// <summary>Reports every field that nobody asked for.</summary>
    public void Finish(string known)
    {
        foreach (var entry in Unread())
            Report(Rules.UnknownField, entry.Key.At, $"'{entry.Key.Text}' is not a known field",
                $"{DidYouMean(entry.Key.Text, known.Split(", "))}remove it or use one of: {known}");
    }

    /// <summary>The beginning of a fix: the known word that is nearest to what was written; empty when none is near.</summary>
    public static string DidYouMean(string written, IEnumerable<string> known) =>
        Spelling.Nearest(written, known) is [var nearest, ..] ? $"did you mean '{nearest}'? Otherwise " : "";

    public void Fail(Rule rule, Position at, string message, string fix)
    {
        Failed = true;
        Report(rule, at, message, fix);
    }

    private void Report(Rule rule, Position at, string message, string fix) => _findings.Add(new Finding(rule, _path, at, message, fix));

    private static string Describe(YamlValue value) => value switch
    {
        YamlText { Text.Length: 0 } => "empty",
        YamlText => "text",
        YamlList => "a list",
        _ => "a group of fields",
    };
}
