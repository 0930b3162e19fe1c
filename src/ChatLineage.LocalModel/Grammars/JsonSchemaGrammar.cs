using System.Globalization;
using System.Text.Json;

namespace ChatLineage.LocalModel.Grammars;

/// <summary>
/// Turns a JSON schema into a grammar whose texts are valid instances of it. Objects have the properties of the schema in its order and no
/// others; between tokens there is one space at most, because small models get lost in white space. A keyword that a grammar cannot honour
/// is refused rather than ignored.
/// </summary>
internal sealed class JsonSchemaGrammar
{
    private static readonly string[] Unsupported =
    [
        "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "not", "if", "uniqueItems", "contains",
        "prefixItems", "patternProperties", "propertyNames", "minProperties", "maxProperties", "dependentRequired", "dependentSchemas",
    ];

    private readonly GrammarBuilder _rules = new();
    private readonly Dictionary<string, string> _references = new(StringComparer.Ordinal);
    private readonly JsonElement _root;

    private JsonSchemaGrammar(JsonElement root) => _root = root;

    /// <summary>The grammar of any JSON object.</summary>
    public static string AnyObject()
    {
        var grammar = new JsonSchemaGrammar(default);
        grammar._rules.Add("root", grammar.Any("object"));
        return grammar._rules.ToString();
    }

    /// <summary>The grammar of a schema.</summary>
    /// <exception cref="GenerationException">The schema has a keyword that a grammar cannot honour, or is malformed.</exception>
    public static string Create(JsonElement schema)
    {
        var grammar = new JsonSchemaGrammar(schema);
        var root = grammar._rules.Reserve("root");
        grammar._references["#"] = root;
        grammar._rules.Add(root, grammar.Body(schema, "value"));
        return grammar._rules.ToString();
    }

    private string Body(JsonElement schema, string name)
    {
        if (schema.ValueKind == JsonValueKind.True)
        {
            return Any("value");
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            throw new GenerationException($"The JSON schema has {schema.ValueKind} where a schema belongs.");
        }

        if (schema.EnumerateObject().Select(property => property.Name).FirstOrDefault(Unsupported.Contains) is { } keyword)
        {
            throw new GenerationException(
                $"The JSON schema uses '{keyword}', which a grammar cannot enforce. Leave it out and check the result yourself.");
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Resolve(reference.GetString() ?? "");
        }

        if (schema.TryGetProperty("const", out var constant))
        {
            return GrammarBuilder.Literal(Compact(constant));
        }

        if (schema.TryGetProperty("enum", out var values))
        {
            return string.Join(" | ", values.EnumerateArray().Select(value => GrammarBuilder.Literal(Compact(value))));
        }

        return schema.TryGetProperty("anyOf", out var any) || schema.TryGetProperty("oneOf", out any)
            ? string.Join(" | ", any.EnumerateArray().Select((option, index) => Rule(option, $"{name}-{index}")))
            : ByType(schema, name);
    }

    private string ByType(JsonElement schema, string name)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return schema.TryGetProperty("properties", out _) ? ObjectBody(schema, name) : Any("value");
        }

        return type.ValueKind == JsonValueKind.Array
            ? string.Join(" | ", type.EnumerateArray().Select(option => OfType(option.GetString(), schema, name)))
            : OfType(type.GetString(), schema, name);
    }

    private string OfType(string? type, JsonElement schema, string name) => type switch
    {
        "object" => schema.TryGetProperty("properties", out _) ? _rules.Add(_rules.Reserve(name), ObjectBody(schema, name)) : Any("object"),
        "array" => ArrayBody(schema, name),
        "string" => StringBody(schema),
        "number" or "integer" or "boolean" or "null" => Any(type),
        _ => throw new GenerationException($"The JSON schema has the unknown type '{type}'."),
    };

    private string ObjectBody(JsonElement schema, string name)
    {
        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(item => item.GetString()!).ToHashSet(StringComparer.Ordinal) : [];
        var members = schema.GetProperty("properties").EnumerateObject()
            .Select(member => (
                Text: $"{GrammarBuilder.Literal(JsonSerializer.Serialize(member.Name))} \":\" {Space()} "
                    + $"{Rule(member.Value, $"{name}-{member.Name}")}",
                Required: required.Contains(member.Name)))
            .ToArray();
        if (required.Count > members.Count(member => member.Required))
        {
            throw new GenerationException("The JSON schema requires a property that it does not describe.");
        }

        return $"\"{{\" {Space()} {Members(members, 0, isFirst: true, name, [])} \"}}\"";
    }

    // What may follow from a member on. Optional members double the ways, so each tail is a rule of its own.
    private string Members((string Text, bool Required)[] members, int index, bool isFirst, string name,
        Dictionary<(int Index, bool IsFirst), string> tails)
    {
        if (index == members.Length)
        {
            return Space();
        }

        if (tails.TryGetValue((index, isFirst), out var made))
        {
            return made;
        }

        var rule = tails[(index, isFirst)] = _rules.Reserve($"{name}-{index}-{(isFirst ? "first" : "next")}");
        var with = (isFirst ? "" : $"\",\" {Space()} ") + members[index].Text + " "
            + Members(members, index + 1, isFirst: false, name, tails);
        return _rules.Add(rule, members[index].Required ? with : $"{with} | {Members(members, index + 1, isFirst, name, tails)}");
    }

    private string ArrayBody(JsonElement schema, string name)
    {
        var item = schema.TryGetProperty("items", out var items) ? Rule(items, $"{name}-item") : Any("value");
        var (least, most) = (Count(schema, "minItems") ?? 0, Count(schema, "maxItems"));
        if (most == 0)
        {
            return "\"[\" \"]\"";
        }

        var rest = string.Create(CultureInfo.InvariantCulture,
            $"(\",\" {Space()} {item}){{{Math.Max(0, least - 1)},{(most is { } limit ? limit - 1 : "")}}}");
        var filled = $"{item} {rest}";
        return $"\"[\" {Space()} {(least == 0 ? $"({filled})?" : filled)} {Space()} \"]\"";
    }

    private string StringBody(JsonElement schema)
    {
        var (least, most) = (Count(schema, "minLength"), Count(schema, "maxLength"));
        return least is null && most is null
            ? Any("string")
            : string.Create(CultureInfo.InvariantCulture, $"\"\\\"\" {Any("char")}{{{least ?? 0},{most}}} \"\\\"\"");
    }

    private string Rule(JsonElement schema, string name)
    {
        var body = Body(schema, name);
        return _rules.Has(body) ? body : _rules.Add(_rules.Reserve(name), body);
    }

    private string Resolve(string reference)
    {
        if (_references.TryGetValue(reference, out var known))
        {
            return known;
        }

        var target = _root;
        foreach (var part in reference.StartsWith("#/", StringComparison.Ordinal) ? reference[2..].Split('/') : [""])
        {
            var key = part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (target.ValueKind != JsonValueKind.Object || !target.TryGetProperty(key, out target))
            {
                throw new GenerationException($"The JSON schema refers to '{reference}', which it does not contain.");
            }
        }

        var name = _rules.Reserve(reference[(reference.LastIndexOf('/') + 1)..]);
        _references[reference] = name;
        return _rules.Add(name, Body(target, name));
    }

    private string Space() => Any("space");

    // The rules that every JSON text needs, added when they are first used.
    private string Any(string rule)
    {
        if (_rules.Has(rule))
        {
            return rule;
        }

        _rules.Reserve(rule);
        return _rules.Add(rule, rule switch
        {
            "space" => "\" \"?",
            "string" => $"\"\\\"\" {Any("char")}* \"\\\"\"",
            "char" => "[^\"\\\\\\x7F\\x00-\\x1F] | \"\\\\\" ([\"\\\\bfnrt/] | \"u\" [0-9a-fA-F]{4})",
            "integer" => "\"-\"? (\"0\" | [1-9] [0-9]{0,15})",
            "number" => $"{Any("integer")} (\".\" [0-9]{{1,16}})? ([eE] [-+]? [0-9]{{1,3}})?",
            "boolean" => "\"true\" | \"false\"",
            "null" => "\"null\"",
            "array" => $"\"[\" {Space()} ({Any("value")} (\",\" {Space()} {Any("value")})*)? {Space()} \"]\"",
            "object" => $"\"{{\" {Space()} ({Any("member")} (\",\" {Space()} {Any("member")})*)? {Space()} \"}}\"",
            "member" => $"{Any("string")} \":\" {Space()} {Any("value")}",
            _ => $"{Any("object")} | {Any("array")} | {Any("string")} | {Any("number")} | {Any("boolean")} | {Any("null")}",
        });
    }

    private static int? Count(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var value) ? value.GetInt32() : null;

    private static string Compact(JsonElement value) => JsonSerializer.Serialize(value);
}
