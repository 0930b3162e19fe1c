using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using ChatLineage.Knowledge.Drawing;

namespace ChatLineage.Knowledge.Tests.Drawing;

public sealed class LineageDiagramTests
{
    private static readonly string[] Family =
    [
        "vicuna fine_tuned_from llama", "stable fine_tuned_from vicuna", "stable built_on llama; detail: through Vicuna",
        "awq quantised_from stable", "lora adapter_of vicuna", "mix merged_from vicuna", "mix merged_from stable",
    ];

    [Fact]
    public void Around_leaves_out_what_is_told_more_exactly_and_layers_by_longest_way()
    {
        var picture = Picture("stable");

        Assert.Equal(["stable:0", "vicuna:-1", "llama:-2", "awq:1", "mix:1"],
            picture.Nodes.Select(node => $"{node.Entity.Id}:{node.Level}"));
        Assert.Equal(
            ["llama>vicuna", "stable>awq", "stable>mix", "vicuna>stable"],
            picture.Edges.Select(edge => $"{edge.Base.Id}>{edge.Derivative.Id}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Around_dataset_keeps_what_it_takes_itself_and_through_another()
    {
        var knowledge = NotesBuilder.Of("pajama is dataset", "c4 is dataset", "crawl is dataset", "pajama built_on c4",
            "pajama built_on crawl", "c4 built_on crawl").Link();

        var diagram = LineageDiagram.Around(knowledge, knowledge.FindEntity("pajama")!, up: true, down: false, depth: 3);

        Assert.Equal(["c4>pajama", "crawl>c4", "crawl>pajama"],
            diagram.Edges.Select(edge => $"{edge.Base.Id}>{edge.Derivative.Id}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1, "llama:0:0 stable:2:2 vicuna:1:2")]
    [InlineData(2, "awq:3:0 llama:0:0 lora:2:0 mix:3:0 stable:2:0 vicuna:1:0")]
    public void Around_depth_limits_and_counts_what_is_hidden(int depth, string expected) =>
        Assert.Equal(expected.Split(' '),
            Picture("llama", depth).Nodes.Select(node => $"{node.Entity.Id}:{node.Level}:{node.Hidden}").Order(StringComparer.Ordinal));

    [Fact]
    public void Around_in_a_cycle_ends()
    {
        var knowledge = NotesBuilder.Of("a built_on b", "b built_on c", "c built_on a").Link();

        Assert.Equal(3, LineageDiagram.Around(knowledge, knowledge.FindEntity("a")!, up: true, down: true, depth: 9).Nodes.Length);
    }

    [Fact]
    public void TextTree_shows_both_directions_within_the_columns()
    {
        var text = new StringWriter { NewLine = "\n" };
        new TextTree(text, 40).Write(Picture("vicuna"));

        Assert.Equal(
            """
            Name of vicuna

            comes from
            └─ Name of llama  fine-tune

            what came of it
            ├─ Name of lora  adapter
            ├─ Name of mix  merge
            └─ Name of stable  fine-tune
               ├─ Name of awq  quantisation
               └─ Name of mix  merge, see above

            """,
            text.ToString());
    }

    [Fact]
    public void TextTree_long_lines_are_cut()
    {
        var knowledge = NotesBuilder.Of($"b built_on {new string('a', 90)}").Link();
        var text = new StringWriter();
        new TextTree(text, 50).Write(LineageDiagram.Around(knowledge, knowledge.FindEntity("b")!, up: true, down: false, depth: 3));

        Assert.Contains(text.ToString().Split(Environment.NewLine), line => line.Length == 50 && line.EndsWith('…'));
    }

    [Fact]
    public void Svg_is_well_formed_whatever_the_names()
    {
        var svg = XDocument.Parse(SvgDiagram.Write(Hostile()));

        XNamespace space = "http://www.w3.org/2000/svg";
        Assert.Equal(2,
            svg.Descendants(space + "rect")
                .Count(rect => ((string?)rect.Attribute("class"))!.StartsWith("node", StringComparison.Ordinal)
                    && rect.Parent!.Element(space + "title") is not null));
        Assert.Contains(svg.Descendants(space + "text"), text => text.Value.Contains("<script>", StringComparison.Ordinal));
        Assert.Empty(svg.Descendants(space + "script"));
    }

    [Fact]
    public void Svg_nodes_stay_inside_and_do_not_overlap()
    {
        var picture = Picture("vicuna");
        var layout = new SvgLayout(picture);

        foreach (var node in picture.Nodes)
        {
            var (x, y) = layout[node.Entity];
            Assert.InRange(x, 0, layout.Width - layout.WidthOf(node));
            Assert.InRange(y, 0, layout.Height - SvgLayout.NodeHeight);
            Assert.DoesNotContain(picture.Nodes,
                other => other != node && layout[other.Entity].X == x && Math.Abs(layout[other.Entity].Y - y) < SvgLayout.NodeHeight);
        }
    }

    [Fact]
    public void Mermaid_and_dot_escape_names()
    {
        Assert.Contains("n0[\"#60;script#62; #34;x#34;   (2023)\"]", MermaidDiagram.Write(Hostile()));
        Assert.Contains("\"bad\" [label=\"<script> \\\"x\\\"   (2023)\", penwidth=3];", DotDiagram.Write(Hostile()));
        Assert.Contains("n1 -->|is the base of| n0", MermaidDiagram.Write(Hostile()));
        Assert.Contains("\"good\" -> \"bad\" [label=\"is the base of\"];", DotDiagram.Write(Hostile()));
    }

    [Fact]
    public void Json_has_edges_with_claims_and_sources()
    {
        using var stream = new MemoryStream();
        JsonDiagram.Write(stream, Picture("stable"));

        var root = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement;
        var edge = root.GetProperty("edges").EnumerateArray().Single(each => each.GetProperty("derivative").GetString() == "stable");
        Assert.Equal(("vicuna", "fine_tuned_from", "s"), (
            edge.GetProperty("base").GetString(), edge.GetProperty("claims")[0].GetProperty("predicate")
                .GetString(), edge.GetProperty("claims")[0].GetProperty("sources")[0].GetString()));
        Assert.Equal(5, root.GetProperty("nodes").GetArrayLength());
    }

    private static LineageDiagram Picture(string id, int depth = 3)
    {
        var knowledge = NotesBuilder.Of(Family).Link();
        return LineageDiagram.Around(knowledge, knowledge.FindEntity(id)!, up: true, down: true, depth);
    }

    private static LineageDiagram Hostile()
    {
        var knowledge = NotesBuilder.Of("good is model")
            .File("models/bad.md",
                "---\nid: bad\nname: \"<script> \\\"x\\\" \\n\"\nkind: model\nreleased: 2023\nclaims:\n  - built_on: good\n    sources: "
                    + "[s]\n---\n")
            .Link();
        return LineageDiagram.Around(knowledge, knowledge.FindEntity("bad")!, up: true, down: true, depth: 3);
    }
}
