using System.Text;
using System.Text.Json;
using ChatLineage.LocalModel.Grammars;
using ChatLineage.LocalModel.Runtime;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Grammars;

/// <summary>A model with random weights writes whatever a grammar allows: what it writes must be a valid instance.</summary>
public sealed class JsonSchemaGrammarTests(TinyRuntime tiny) : IClassFixture<TinyRuntime>
{
    [Theory]
    [InlineData("""{"type":"object","properties":{"name":{"type":"string","maxLength":5},"age":{"type":"integer"}},"required":["name","age"]}""")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"boolean"},"b":{"type":"null"},"c":{"enum":["x","y z",3,null]}},"required":["b"]}""")]
    [InlineData("""{"type":"object","properties":{"x-y":{"type":"object","properties":{"z":{"const":"q\"\\\n"}},"required":["z"]},"x":{"type":"object","properties":{"y":{"type":"object","properties":{"w":{"type":"boolean"}},"required":["w"]}},"required":["y"]}},"required":["x-y","x"]}""")]
    [InlineData("""{"type":"array","items":{"type":"integer"},"minItems":2,"maxItems":4}""")]
    [InlineData("""{"type":"array","items":{"type":"boolean"},"maxItems":1}""")]
    [InlineData("""{"type":["string","null"],"minLength":2,"maxLength":3}""")]
    [InlineData("""{"anyOf":[{"const":1},{"type":"object","properties":{"k":{"type":"boolean"}}}]}""")]
    [InlineData("""{"$ref":"#/$defs/tree","$defs":{"tree":{"type":"object","properties":{"v":{"type":"boolean"},"left":{"$ref":"#/$defs/tree"}},"required":["v"]}}}""")]
    [InlineData("""{"type":"object","properties":{"größe":{"type":"number"},"a/b":{"type":"boolean"}},"required":["größe","a/b"]}""")]
    public void Create_every_text_that_the_grammar_allows_is_an_instance(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        var grammar = JsonSchemaGrammar.Create(document.RootElement);
        var complete = 0;
        for (uint seed = 0; seed < 12; seed++)
        {
            var text = Generate(new SamplingSettings(Temperature: 1, Seed: seed, Grammar: grammar));
            if (text is not null)
            {
                using var instance = JsonDocument.Parse(text);
                AssertValid(instance.RootElement, document.RootElement, document.RootElement);
                complete++;
            }
        }

        Assert.True(complete >= 6, $"Only {complete} of 12 texts came to an end.");
    }

    [Fact]
    public void AnyObject_gives_an_object()
    {
        var text = Enumerable.Range(0, 40)
            .Select(seed => Generate(new SamplingSettings(Temperature: 1, Seed: (uint)seed, Grammar: JsonSchemaGrammar.AnyObject())))
            .First(text => text is not null);

        using var instance = JsonDocument.Parse(text!);
        Assert.Equal(JsonValueKind.Object, instance.RootElement.ValueKind);
    }

    [Theory]
    [InlineData("""{"type":"string","pattern":"a+"}""", "pattern")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer","minimum":3}}}""", "minimum")]
    [InlineData("""{"type":"whatever"}""", "whatever")]
    [InlineData("""{"$ref":"#/$defs/none"}""", "#/$defs/none")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"null"}},"required":["b"]}""", "requires")]
    [InlineData("3", "Number")]
    public void Create_what_a_grammar_cannot_say_is_refused_by_name(string schema, string expected)
    {
        using var document = JsonDocument.Parse(schema);

        var failure = Assert.Throws<GenerationException>(() => JsonSchemaGrammar.Create(document.RootElement));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    private string? Generate(SamplingSettings settings)
    {
        using var sampler = tiny.Model.CreateSampler(settings);
        using var context = tiny.CreateContext(contextTokens: 512);
        var batch = new TokenBatch(64);
        var bytes = new List<byte>();
        var piece = new byte[8];
        var next = 3 + 'a';
        for (var position = 0; position < 500; position++)
        {
            batch.Clear();
            batch.Add(next, position, 0, sampled: true);
            context.Decode(batch);
            next = context.Sample(sampler, 0);
            if (next < 0 || tiny.Model.EndsGeneration(next))
            {
                return Encoding.UTF8.GetString([.. bytes]);
            }

            bytes.AddRange(piece[..tiny.Model.CopyText(next, piece)]);
        }

        return null;
    }

    private static void AssertValid(JsonElement value, JsonElement schema, JsonElement root)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            AssertValid(value, root.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]), root);
        }
        else if (schema.TryGetProperty("const", out var constant))
        {
            Assert.True(JsonElement.DeepEquals(constant, value));
        }
        else if (schema.TryGetProperty("enum", out var values))
        {
            Assert.Contains(values.EnumerateArray(), option => JsonElement.DeepEquals(option, value));
        }
        else if (schema.TryGetProperty("anyOf", out var any))
        {
            Assert.Contains(any.EnumerateArray(), option => Record.Exception(() => AssertValid(value, option, root)) is null);
        }
        else
        {
            AssertType(value, schema, root);
        }
    }

    private static void AssertType(JsonElement value, JsonElement schema, JsonElement root)
    {
        var type = schema.GetProperty("type");
        var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(item => item.GetString()).ToArray()
            : [type.GetString()];
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Contains("object", types);
                foreach (var name in schema.TryGetProperty("required", out var required) ? required.EnumerateArray() : default)
                {
                    Assert.True(value.TryGetProperty(name.GetString()!, out _));
                }

                foreach (var member in value.EnumerateObject())
                {
                    AssertValid(member.Value, schema.GetProperty("properties").GetProperty(member.Name), root);
                }

                break;
            case JsonValueKind.Array:
                Assert.Contains("array", types);
                Assert.InRange(value.GetArrayLength(), schema.TryGetProperty("minItems", out var least)
                    ? least.GetInt32() : 0, schema.GetProperty("maxItems").GetInt32());
                Assert.All(value.EnumerateArray(), item => AssertValid(item, schema.GetProperty("items"), root));
                break;
            case JsonValueKind.String:
                Assert.Contains("string", types);

                // Random bytes are seldom UTF-8; the runtime counts an invalid sequence as one character, the decoder each of its bytes.
                var length = value.GetString()!.Contains('\uFFFD', StringComparison.Ordinal)
                    ? schema.GetProperty("maxLength").GetInt32() : value.GetString()!.EnumerateRunes().Count();
                Assert.InRange(length, schema.TryGetProperty("minLength", out var shortest)
                    ? shortest.GetInt32() : 0, schema.GetProperty("maxLength").GetInt32());
                break;
            case JsonValueKind.Number:
                Assert.True(types.Contains("number") || (types.Contains("integer") && value.TryGetInt64(out _)));
                break;
            default:
                Assert.Contains(value.ValueKind == JsonValueKind.Null ? "null" : "boolean", types);
                break;
        }
    }
}
