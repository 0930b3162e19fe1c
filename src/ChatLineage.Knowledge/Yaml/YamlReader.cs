using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChatLineage.Knowledge.Yaml;

/// <summary>Reads the plain part of YAML that notes use: text, lists and maps, no anchors, tags or second documents.</summary>
internal sealed class YamlReader
{
    /// <summary>How deep the values of notes may nest.</summary>
    public const int NoteDepth = 8;

    private readonly Parser _events;
    private readonly int _linesBefore;
    private readonly int _mostDeep;
    private int _depth;

    private YamlReader(string text, int linesBefore, int mostDeep)
    {
        _events = new Parser(new StringReader(text));
        _linesBefore = linesBefore;
        _mostDeep = mostDeep;
    }

    /// <summary>Reads one document.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="linesBefore">How many lines of the file precede it, so that places are those of the file.</param>
    /// <param name="mostDeep">How deep lists and maps may nest.</param>
    /// <returns>Null for an empty document.</returns>
    /// <exception cref="YamlProblem">The text is not the YAML that notes use.</exception>
    public static YamlValue? Read(string text, int linesBefore, int mostDeep = NoteDepth)
    {
        var reader = new YamlReader(text, linesBefore, mostDeep);
        try
        {
            return reader.Document();
        }
        catch (YamlException broken)
        {
            throw new YamlProblem((broken.InnerException ?? broken).Message,
                new Position((int)broken.Start.Line + linesBefore, (int)broken.Start.Column));
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser's way to say that a text ends inside a list, among others; it then knows no place but the last good one.
            throw new YamlProblem("the YAML breaks off after this place: a quote, a bracket or a brace is not closed", reader.LastPlace());
        }
    }

    private YamlValue? Document()
    {
        _events.Consume<StreamStart>();
        if (_events.TryConsume<StreamEnd>(out _))
            return null;
        _events.Consume<DocumentStart>();
        var value = Value();
        _events.Consume<DocumentEnd>();
        if (!_events.TryConsume<StreamEnd>(out _))
            throw new YamlProblem("a second document starts here; a file holds one", At(_events.Current!));
        return value;
    }

    private YamlValue Value()
    {
        var next = _events.Current ?? throw new YamlProblem("the text ends too early", new Position(_linesBefore + 1, 1));
        if (next is AnchorAlias)
            throw new YamlProblem("notes use no aliases (*name): write the value out", At(next));
        if (next is NodeEvent node && !node.Anchor.IsEmpty)
            throw new YamlProblem("notes use no anchors (&name): write the value out", At(next));
        if (next is NodeEvent { Tag.IsEmpty: false } tagged)
            throw new YamlProblem("notes use no tags (!name): write the plain value", At(tagged));
        return next switch
        {
            Scalar => Text(),
            SequenceStart => Nested(List),
            MappingStart => Nested(Map),
            _ => throw new YamlProblem("a value is missing here", At(next)),
        };
    }

    private YamlValue Nested(Func<YamlValue> read)
    {
        if (++_depth > _mostDeep)
            throw new YamlProblem($"values nest deeper than {_mostDeep} levels", At(_events.Current!));
        var value = read();
        _depth--;
        return value;
    }

    private YamlText Text()
    {
        var scalar = _events.Consume<Scalar>();
        return new YamlText(scalar.Value, At(scalar));
    }

    private YamlList List()
    {
        var start = _events.Consume<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<YamlValue>();
        while (!_events.TryConsume<SequenceEnd>(out _))
            items.Add(Value());
        return new YamlList(items.DrainToImmutable(), At(start));
    }

    private YamlMap Map()
    {
        var start = _events.Consume<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        while (!_events.TryConsume<MappingEnd>(out _))
        {
            if (Value() is not YamlText key)
                throw new YamlProblem("a key must be plain text", At(_events.Current!));
            foreach (var earlier in entries)
            {
                if (earlier.Key.Text == key.Text)
                    throw new YamlProblem($"the key '{key.Text}' stands here twice", key.At);
            }

            entries.Add(new YamlEntry(key, Value()));
        }

        return new YamlMap(entries.DrainToImmutable(), At(start));
    }

    private Position LastPlace() => _events.Current is { } last ? At(last) : new Position(_linesBefore + 1, 1);

    private Position At(ParsingEvent parsed) => new((int)parsed.Start.Line + _linesBefore, (int)parsed.Start.Column);
}
