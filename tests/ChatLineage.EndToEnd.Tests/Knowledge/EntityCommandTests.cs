using System.Text.Json;
using System.Xml.Linq;

namespace ChatLineage.EndToEnd.Tests.Knowledge;

/// <summary>The commands about one entity, over the shipped notes.</summary>
public sealed class EntityCommandTests
{
    [Fact]
    public async Task Show_lists_claims_conflicts_and_sources()
    {
        var run = await BuiltProgram.RunAsync("knowledge", "show", "Stable Vicuna");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("StableVicuna (stablevicuna), model\n", run.Output);
        Assert.Contains("\n  is fine-tuned from Vicuna (vicuna)", run.Output);
        Assert.Contains(" DISPUTED: ", run.Output);
        Assert.Contains("\nconflicts\n", run.Output);
        Assert.Contains("https://github.com/Stability-AI/StableLM/blob/main/README.md\n", run.Output);
    }

    [Fact]
    public async Task Graph_without_options_is_a_tree_both_ways()
    {
        var run = await BuiltProgram.RunAsync("knowledge", "graph", "vicuna");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Vicuna (2023-03-30)\n\ncomes from\n", run.Output);
        Assert.Contains("─ LLaMA (2023-02-24)  fine-tune", run.Output);
        Assert.Contains("\nwhat came of it\n", run.Output);
        Assert.Contains("─ StableVicuna (2023-04-28)  fine-tune", run.Output);
    }

    [Theory]
    [InlineData("--up", "comes from", "what came of it")]
    [InlineData("--down", "what came of it", "comes from")]
    public async Task Graph_one_way_shows_only_that(string option, string there, string missing)
    {
        var run = await BuiltProgram.RunAsync("knowledge", "graph", "vicuna", option, "--depth", "1");

        Assert.Contains(there, run.Output);
        Assert.DoesNotContain(missing, run.Output);
    }

    [Theory]
    [InlineData("mermaid", "flowchart LR\n", "-->|was fine-tuned into|")]
    [InlineData("dot", "digraph lineage {\n", "\"llama-1\" -> \"vicuna\"")]
    public async Task Graph_for_other_programs_has_their_form(string format, string start, string edge)
    {
        var run = await BuiltProgram.RunAsync("knowledge", "graph", "stablevicuna", "--format", format);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(start, run.Output);
        Assert.Contains(edge, run.Output);
    }

    [Fact]
    public async Task Graph_as_svg_is_a_document_of_xml()
    {
        var run = await BuiltProgram.RunAsync("knowledge", "graph", "stablevicuna", "--format", "svg");

        var svg = XDocument.Parse(run.Output).Root!;
        Assert.Equal("svg", svg.Name.LocalName);
        Assert.Contains(svg.Descendants(), text => text.Name.LocalName == "text" && text.Value == "StableVicuna");
    }

    [Fact]
    public async Task Graph_as_json_has_claims_with_sources_on_its_edges()
    {
        var run = await BuiltProgram.RunAsync("knowledge", "graph", "stablevicuna", "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("stablevicuna", json.RootElement.GetProperty("entity").GetString());
        var edge = json.RootElement.GetProperty("edges").EnumerateArray().Single(each => each.GetProperty("derivative").GetString() == "stablevicuna");
        Assert.Equal("vicuna", edge.GetProperty("base").GetString());
        Assert.All(edge.GetProperty("claims").EnumerateArray(), claim => Assert.NotEqual(0, claim.GetProperty("sources").GetArrayLength()));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Graph_as_png_is_a_picture_with_words(string theme)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "stablevicuna.png");
        var run = await BuiltProgram.RunAsync("knowledge", "graph", "stablevicuna", "--format", "png", "--theme", theme, "--out", file);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"Wrote {file}, 1080 by ", run.Output);
        Assert.Contains("\nLineage of StableVicuna, a model by Stability AI, 28 April 2023. Above it: Vicuna (fine-tuned from); ", run.Output);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], (await File.ReadAllBytesAsync(file))[..8]);
    }

    [Theory]
    [InlineData("--out", "/no/such/folder/x.png", "Give --out a file in a folder that exists")]
    [InlineData("--theme", "dark", "Name it with --out, such as --out stablevicuna.png.")]
    public async Task Graph_as_png_without_a_place_says_what_to_do(string option, string value, string expected)
    {
        var run = await BuiltProgram.RunAsync("knowledge", "graph", "stablevicuna", "--format", "png", option, value);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(expected, run.Errors);
    }

    [Theory]
    [InlineData("show", "vicunna", "Did you mean Vicuna (vicuna)")]
    [InlineData("graph", "vicunna", "Did you mean Vicuna (vicuna)")]
    [InlineData("show", "zzzzzz", "add the note with: chatlineage knowledge new")]
    public async Task Unknown_name_gets_a_suggestion(string verb, string name, string message)
    {
        var run = await BuiltProgram.RunAsync("knowledge", verb, name);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Errors);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("--depth", "0")]
    [InlineData("--depth", "many")]
    [InlineData("--format", "gif")]
    public async Task Graph_with_an_impossible_option_is_misuse(string option, string value)
    {
        var run = await BuiltProgram.RunAsync("knowledge", "graph", "vicuna", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"'{value}'", run.Errors);
        Assert.Contains("'chatlineage knowledge graph --help' shows how it is used.", run.Errors);
    }

    [Fact]
    public async Task Stats_count_what_the_notes_hold()
    {
        var run = await BuiltProgram.RunAsync("knowledge", "stats");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+ notes, \d+ claims, \d+ sources\n", run.Output);
        Assert.Matches(@"(?m)^  LLaMA +\d+$", run.Output);
    }
}
