namespace ChatLineage.Knowledge.Tests;

public sealed class KnowledgeLinkerTests
{
    [Fact]
    public void Link_resolves_entities_sources_and_both_directions()
    {
        var knowledge = NotesBuilder.Of("b built_on a; sources: [s, t]; on: 2023-04; detail: by hand")
            .Fields("a", "source: t\naliases: [Ay]").Link();
        var (a, b) = (knowledge.FindEntity("a")!, knowledge.FindEntity("b")!);

        var claim = Assert.Single(knowledge.ClaimsFrom(b));
        Assert.Same(claim, Assert.Single(knowledge.ClaimsTo(a)));
        Assert.Equal(["s", "t"], claim.Sources.Select(source => source.Id));
        Assert.Equal("t", a.Source!.Id);
        Assert.Equal(["a", "b"], knowledge.Entities.Select(entity => entity.Id));
        Assert.Equal("models/b.md", knowledge.NoteOf(b).Path);
        Assert.Empty(knowledge.ClaimsFrom(a));
        Assert.Same(claim, Assert.Single(knowledge.Claims));
        Assert.Null(knowledge.FindEntity("c"));
        Assert.Equal("Card", knowledge.FindSource("s")!.Title);
    }

    [Fact]
    public void Link_unknown_ids_are_reported_at_their_place_and_left_out()
    {
        var knowledge = NotesBuilder.Of("a is model")
            .File("models/x.md",
                "---\nid: x\nname: X\nkind: model\nclaims:\n  - built_on: nobody\n    sources: [s]\n  - uses: a\n    sources: [nowhere]\n "
                    + " - uses: a\n    sources: [s, gone]\n---\n")
            .Link(out var findings);

        Assert.Equal(
            [("CL007", 6, 15, "'nobody' has no note"), ("CL008", 9, 15, "'nowhere' is not listed under sources/"),
                ("CL008", 11, 18, "'gone' is not listed under sources/")],
            findings.Select(finding => (finding.Rule.Id, finding.At.Line, finding.At.Column, finding.Message)));
        Assert.Equal("x uses a", Assert.Single(knowledge.Claims).ToString());
    }

    [Fact]
    public void Link_same_id_twice_keeps_the_first_and_names_it()
    {
        var builder = NotesBuilder.Of("a is model")
            .File("tools/a.md", "---\nid: a\nname: Other\nkind: tool\n---\n")
            .File("sources/zz.yaml", "publisher: P\nsources:\n  - {id: s, title: Again, url: 'https://x.org', kind: paper}\n");

        var knowledge = builder.Link(out var findings);

        Assert.Equal("Name of a", knowledge.FindEntity("a")!.Name);
        Assert.Equal("Card", knowledge.FindSource("s")!.Title);
        Assert.Equal(["CL006", "CL006"], findings.Select(finding => finding.Rule.Id));
        Assert.Contains(findings,
            finding => finding.Path == "tools/a.md" && finding.Message.Contains("models/a.md", StringComparison.Ordinal));
    }

    [Fact]
    public void Link_conflicts_and_assessments_resolve()
    {
        var knowledge = NotesBuilder.Of("a is model")
            .Fields("a",
                "conflicts:\n  - about: released_by\n    aspect: date\n    first: 2023-03\n    first_sources: [t]\n    second: 2023-04\n  "
                    + "  second_sources: [s]\n    better: second\n    because: it is the maker's")
            .File("assessments/t.yaml", "text: t\nstatements:\n  - {id: c1, says: A, verdict: contradicted, holds: B, sources: [s]}\n")
            .Link();

        var conflict = Assert.Single(knowledge.ConflictsAbout(knowledge.FindEntity("a")!));
        Assert.True(conflict.IsAboutDate);
        Assert.Equal(("2023-04", "2023-03"), (conflict.Better!.Value, conflict.Weaker!.Value));
        var assessment = Assert.Single(knowledge.Assessments);
        Assert.Equal(("t", "s", true, false),
            (assessment.Text.Id, assessment.Sources.Single().Id, assessment.Contradicted, assessment.Supported));
    }
}
