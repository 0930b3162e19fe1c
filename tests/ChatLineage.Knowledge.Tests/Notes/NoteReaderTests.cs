using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Notes;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Tests.Notes;

public sealed class NoteReaderTests
{
    private const string Whole = """
        ---
        id: stablevicuna
        name: StableVicuna
        kind: model
        aliases: [Stable Vicuna, 'StableVicuna, 13B']
        released: 2023-04-28
        parameters: 13B
        open: research-only
        source: repo
        claims:
          - fine_tuned_from: vicuna
            detail: RLHF on Vicuna-13B v0
            on: 2023-04
            sources: [repo, card]
          - fine_tuned_from: stablelm
            sources: [article]
            disputed: "the maker says: Vicuna"
            earlier_because: the family grew later
            until: 2024
        conflicts:
          - about: released_by
            aspect: date
            first: 2023-03-28
            first_sources: [article]
            second: 2023-04-28
            second_sources: [repo]
            better: second
            because: the maker's log
        ---
        Prose.[^card]
        """;

    [Fact]
    public void Read_whole_note_keeps_every_field()
    {
        var note = Read(Whole, out var findings)!;

        Assert.Empty(findings);
        Assert.Equal(("stablevicuna", "StableVicuna", EntityKind.Model), (note.Id.Value, note.Name.Value, note.Kind));
        Assert.Equal(["Stable Vicuna", "StableVicuna, 13B"], note.Aliases.Select(alias => alias.Value));
        Assert.Equal((new PartialDate(2023, 4, 28), "13B", Openness.ResearchOnly), (note.Released!.Value, note.Size, note.Openness));
        Assert.Equal(new Located<string>("repo", new Position(9, 9)), note.Source);
        var (first, second) = (note.Claims[0], note.Claims[1]);
        Assert.Equal((Predicates.FineTunedFrom, "vicuna", "RLHF on Vicuna-13B v0"),
            (first.Predicate.Value, first.Object.Value, first.Detail));
        Assert.Equal((new Position(11, 5), new Position(11, 22)), (first.Predicate.At, first.Object.At));
        Assert.Equal(new PartialDate(2023, 4), first.On);
        Assert.Equal([("repo", 14), ("card", 14)], first.Sources.Select(source => (source.Value, source.At.Line)));
        Assert.Equal(("the maker says: Vicuna", "the family grew later"), (second.Disputed, second.EarlierBecause));
        Assert.Equal((null, new PartialDate(2024)), (first.Until, second.Until));
        var conflict = Assert.Single(note.Conflicts);
        Assert.Equal((Predicates.ReleasedBy, "date", "2023-03-28", "2023-04-28"),
            (conflict.Predicate.Value, conflict.Aspect, conflict.First, conflict.Second));
        Assert.Equal((Verdict.Second, "the maker's log"), (conflict.Better, conflict.Because));
        Assert.Equal(("Prose.[^card]", 30), (note.Body, note.BodyLine));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Read_byte_order_mark_and_any_line_end_gives_same_places(string lineEnd)
    {
        var note = Read("\uFEFF" + Whole.ReplaceLineEndings(lineEnd), out var findings)!;

        Assert.Empty(findings);
        Assert.Equal(new Position(11, 22), note.Claims[0].Object.At);
        Assert.Equal("Prose.[^card]", note.Body);
    }

    [Theory]
    [InlineData("", "CL002", 1, "does not start with front matter")]
    [InlineData("no front matter", "CL002", 1, "does not start with front matter")]
    [InlineData("---\nid: x\n", "CL002", 1, "does not start with front matter")]
    [InlineData("---\n---\n", "CL004", 1, "no fields")]
    [InlineData("---\n- a\n---\n", "CL004", 1, "no fields")]
    [InlineData("---\nid: [x\n---\n", "CL002", 3, "")]
    [InlineData("---\nid: x\nid: y\nname: X\nkind: model\n---\n", "CL002", 3, "'id' stands here twice")]
    [InlineData("---\nid: &a x\nname: *a\nkind: model\n---\n", "CL002", 2, "no anchors")]
    [InlineData("---\nid: *a\n---\n", "CL002", 2, "no aliases")]
    [InlineData("---\nid: !!str x\n---\n", "CL002", 2, "no tags")]
    [InlineData("---\nid: x\n...\nname: y\n---\n", "CL002", 4, "")]
    [InlineData("---\n? [a]\n: b\n---\n", "CL002", 0, "key must be plain text")]
    [InlineData("---\nid: [[[[[[[[[[x]]]]]]]]]]\n---\n", "CL002", 2, "nest deeper")]
    [InlineData("---\nname: X\nkind: model\n---\n", "CL004", 2, "'id' is missing")]
    [InlineData("---\nid: x\nkind: model\n---\n", "CL004", 2, "'name' is missing")]
    [InlineData("---\nid: x\nname: X\n---\n", "CL004", 2, "'kind' is missing")]
    [InlineData("---\nid: Xx\nname: X\nkind: model\n---\n", "CL005", 2, "'id: Xx' is no id")]
    [InlineData("---\nid: x--y\nname: X\nkind: model\n---\n", "CL005", 2, "is no id")]
    [InlineData("---\nid: x\nname:\nkind: model\n---\n", "CL005", 3, "'name' must be text and is empty")]
    [InlineData("---\nid: x\nname: X\nkind: modle\n---\n", "CL005", 4, "'kind: modle'")]
    [InlineData("---\nid: x\nname: X\nkind: model\nreleased: 2023-02-30\n---\n", "CL005", 5, "'released: 2023-02-30' is no date")]
    [InlineData("---\nid: x\nname: X\nkind: model\nopen: half\n---\n", "CL005", 5, "'open: half'")]
    [InlineData("---\nid: x\nname: X\nkind: model\naliases: y\n---\n", "CL005", 5, "'aliases' must be a list and is text")]
    [InlineData("---\nid: x\nname: X\nkind: model\naliases: [[y]]\n---\n", "CL005", 5, "must be text and is a list")]
    [InlineData("---\nid: x\nname: X\nkind: model\ncolour: red\n---\n", "CL003", 5, "'colour' is not a known field")]
    [InlineData("---\nid: x\nname: X\nkind: model\nclaims:\n  - buildt_on: y\n    sources: [s]\n---\n", "CL003", 6,
        "'buildt_on' is neither a predicate")]
    [InlineData("---\nid: x\nname: X\nkind: model\nclaims:\n  - built_on: y\n---\n", "CL004", 6, "'sources' is missing")]
    [InlineData("---\nid: x\nname: X\nkind: model\nclaims:\n  - sources: [s]\n---\n", "CL004", 6, "names no relation")]
    [InlineData("---\nid: x\nname: X\nkind: model\nclaims:\n  - built_on: y\n    uses: z\n    sources: [s]\n---\n", "CL005", 7,
        "this one has two")]
    [InlineData("---\nid: x\nname: X\nkind: model\nclaims: [y]\n---\n", "CL005", 5, "must have fields and is text")]
    [InlineData("---\nid: x\nname: X\nkind: model\nclaims:\n  - built_on: y\n    on: soon\n    sources: [s]\n---\n", "CL005", 7,
        "'on: soon' is no date")]
    [InlineData("---\nid: x\nname: X\nkind: model\nclaims:\n  - built_on: y\n    on: 2024-05\n    until: 2024-04\n    sources: [s]\n---\n",
        "CL005", 6, "the claim ends (2024-04) before it begins (2024-05)")]
    [InlineData("---\nid: x\nname: X\nkind: model\nconflicts:\n  - about: size\n---\n", "CL005", 6, "'about: size' is no predicate")]
    [InlineData("---\nid: x\nname: X\nkind: model\nconflicts:\n  - about: uses\n    first: a\n    first_sources: [s]\n    second: b\n    "
        + "second_sources: [s]\n    better: third\n    because: y\n---\n", "CL005", 11, "'better: third'")]
    [InlineData("---\nid: x\nname: X\nkind: licence\nterms:\n  commercial: maybe\n  sources: [s]\n---\n", "CL005", 6,
        "'commercial: maybe'")]
    [InlineData("---\nid: x\nname: X\nkind: licence\nterms: free\n---\n", "CL005", 5, "'terms' must have fields and is text")]
    public void Read_mistake_is_a_finding_at_its_place(string text, string rule, int line, string message)
    {
        Read(text, out var findings);

        var finding = findings[0];
        Assert.Equal((rule, "models/x.md"), (finding.Rule.Id, finding.Path));
        Assert.Contains(message, finding.Message);
        Assert.NotEmpty(finding.Fix);
        if (line > 0)
            Assert.Equal(line, finding.At.Line);
    }

    [Fact]
    public void Read_one_broken_claim_leaves_the_others()
    {
        var note = Read("---\nid: x\nname: X\nkind: model\nclaims:\n  - oops: y\n    sources: [s]\n  - uses: z\n    sources: [s]\n---\n",
            out var findings);

        Assert.Single(findings);
        Assert.Equal("z", Assert.Single(note!.Claims).Object.Value);
    }

    [Fact]
    public void Read_terms_of_a_licence()
    {
        var note =
            Read("---\nid: x\nname: X\nkind: licence\nterms:\n  commercial: conditions\n  conditions: needs a letter\n  share_alike: "
                + "yes\n  sources: [s]\n---\n", out var findings)!;

        Assert.Empty(findings);
        Assert.Equal((CommercialUse.Conditional, "needs a letter", true),
            (note.Terms!.Commercial, note.Terms.Conditions, note.Terms.ShareAlike));
    }

    private static Note? Read(string text, out List<Finding> findings)
    {
        findings = [];
        return NoteReader.Read("models/x.md", text, findings);
    }
}
