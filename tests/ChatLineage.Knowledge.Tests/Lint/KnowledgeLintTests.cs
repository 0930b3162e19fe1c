using System.Text.RegularExpressions;
using ChatLineage.Knowledge.Lint;

namespace ChatLineage.Knowledge.Tests.Lint;

public sealed partial class KnowledgeLintTests
{
    [Theory]
    [InlineData("CL011", "a built_on b|b built_on a", "closes a cycle: ")]
    [InlineData("CL011", "a fine_tuned_from b|b successor_of c|c merged_from a", "closes a cycle: ")]
    [InlineData("CL011", "a adapter_of b|b quantised_from a", "closes a cycle: ")]
    [InlineData("", "a built_on b|b built_on a; disputed: no", "")]
    [InlineData("", "a distilled_from b|b distilled_from a|a uses b|b uses a", "")]
    [InlineData("", "a built_on b|a built_on c|b built_on d|c built_on d", "")]
    [InlineData("CL021", "a uses a", "relates a to itself")]
    [InlineData("CL021", "a built_on a", "relates a to itself")]
    [InlineData("CL019", "a licensed_under b", "takes licences, and b is a model")]
    [InlineData("CL019", "a trained_on b|b is event", "takes datasets, and b is an event")]
    [InlineData("CL019", "a released_by b", "takes organisations or people, and b is a model")]
    [InlineData("", "a released_by b|b is person|a licensed_under l|l is licence|a trained_on d|d is dataset", "")]
    [InlineData("CL018", "a uses b|a uses b", "stands above with the same detail and date")]
    [InlineData("", "a uses b|a uses b; detail: otherwise|a uses b; on: 2023|a uses b; disputed: no", "")]
    [InlineData("CL016", "a released_by o; on: 2023-04|a released_by o; on: 2023-05|o is organisation",
        "was released in May 2023 here and in April 2023 in line 6")]
    [InlineData("",
        "a released_by o; on: 2023-04|a released_by o; on: 2023-04-28|a released_by o; on: 2022; disputed: no|o is organisation", "")]
    public void Check_claims(string rule, string statements, string message) =>
        Expect(NotesBuilder.Of([.. statements.Split('|'), "z uses a; sources: [s, t]"]), rule, message);

    [Theory]
    [InlineData("CL014", "2023-04", "2023-05", "", "a (2023-04) is dated before b (2023-05)")]
    [InlineData("", "2023-04", "2023-05", "; earlier_because: of the family", "")]
    [InlineData("", "2023-04", "2023-05", "; disputed: no", "")]
    [InlineData("", "2023-05", "2023-05-03", "", "")]
    [InlineData("", "2023", "2023-05", "", "")]
    [InlineData("CL020", "2023-06", "2023-05", "; earlier_because: of nothing", "'earlier_because' is not needed")]
    public void Check_dates_of_derivations(string rule, string own, string basis, string fields, string message) =>
        Expect(
            NotesBuilder.Of("a built_on b" + fields, "z uses a; sources: [s, t]").Fields("a", "released: " + own)
                .Fields("b", "released: " + basis),
            rule,
            message);

    [Fact]
    public void Check_dates_two_claims_of_one_step_need_one_acknowledgement()
    {
        var notes =
            NotesBuilder.Of("a built_on b; detail: x; earlier_because: of the family", "a fine_tuned_from b", "z uses a; sources: [s, t]")
            .Fields("a", "released: 2023").Fields("b", "released: 2024");

        Expect(notes, "", "");
    }

    [Theory]
    [InlineData("CL015", "aliases: [Name of b]", "", "'Name of b' is also a name of a (models/a.md)")]
    [InlineData("CL015", "aliases: [same]", "aliases: [SAME]", "'SAME' is also a name of a")]
    [InlineData("CL015", "aliases: [one, one]", "", "'one' is already a name of this note")]
    [InlineData("", "aliases: [one, ONE]", "", "")]
    [InlineData("", "aliases: [same]\nsame_name_as: [b]", "aliases: [same]", "")]
    [InlineData("", "aliases: [same]", "aliases: [same]\nsame_name_as: [a]", "")]
    [InlineData("CL020", "same_name_as: [b]", "", "b shares no name with a")]
    [InlineData("CL020", "same_name_as: [a]", "", "a shares no name with a")]
    [InlineData("CL007", "same_name_as: [ghost]", "", "'ghost' has no note")]
    public void Check_names(string rule, string first, string second, string message)
    {
        var notes = NotesBuilder.Of("a is model", "b is model", "z uses a; sources: [s, t]").Fields("a", first).Fields("b", second);

        Expect(notes, rule, message);
    }

    [Theory]
    [InlineData("CL017", "date", "2023-01", "2023-04", "no 'released_by' claim is dated 2023-01")]
    [InlineData("CL017", "date", "2023-04", "2023-05", "no 'released_by' claim is dated 2023-05")]
    [InlineData("", "date", "2023-04", "2023-03", "")]
    [InlineData("", "date", "2023-04", "before the summer", "")]
    [InlineData("", "size", "2023-01", "2023-02", "")]
    [InlineData("CL017", "", "o", "z", "no claim says 'released_by: z'")]
    [InlineData("", "", "o", "another firm", "")]
    public void Check_conflicts_are_about_claims(string rule, string aspect, string first, string second, string message)
    {
        var notes = NotesBuilder.Of("a released_by o; on: 2023-04", "a released_by o; on: 2023-03; disputed: no", "o is organisation",
            "z uses a; sources: [s, t]")
            .Fields("a",
                $"conflicts:\n  - about: released_by\n{(aspect.Length > 0 ? $"    aspect: {aspect}\n" : "")}    first: {first}\n    "
                    + $"first_sources: [s]\n    second: {second}\n    second_sources: [t]\n    better: first\n    because: why");

        Expect(notes, rule, message);
    }

    [Theory]
    [InlineData("CL018", "2023-03", "the conflict about 'released_by' between '2023-04' and '2023-03' stands above")]
    [InlineData("", "2023-02", "")]
    public void Check_conflict_told_twice_is_reported(string rule, string second, string message)
    {
        static string Conflict(string second) =>
            $"  - about: released_by\n    aspect: date\n    first: 2023-04\n    first_sources: [s]\n    second: {second}\n    "
                + "second_sources: [t]\n    better: first\n    because: why\n";
        var notes = NotesBuilder
            .Of("a released_by o; on: 2023-04", "a released_by o; on: 2023-03; disputed: no", "a released_by o; on: 2023-02; disputed: no",
                "o is organisation", "z uses a; sources: [s, t]")
            .Fields("a", "conflicts:\n" + Conflict("2023-03") + Conflict(second));

        Expect(notes, rule, message);
    }

    [Theory]
    [InlineData("CL013", "A sentence.[^s] Another one.", "no source is given for 'Another one.'")]
    [InlineData("CL012", "A sentence.[^ghost]", "'[^ghost]' names no source")]
    [InlineData("CL012", "A sentence.[^]", "'[^]' names no source")]
    [InlineData("", "A sentence about GPT-99 and e.g. others.[^s][^t]\n\n## And more\n\nAnother one![^t]", "")]
    public void Check_prose(string rule, string body, string message) =>
        Expect(NotesBuilder.Of("z uses a; sources: [s, t]").File("models/p.md", $"---\nid: p\nname: P\nkind: model\n---\n\n{body}\n"), rule,
            message);

    [Fact]
    public void Check_prose_too_deep_is_a_finding() =>
        Expect(NotesBuilder.Of("z uses a; sources: [s, t]")
            .File("models/p.md", $"---\nid: p\nname: P\nkind: model\n---\n{new string('>', 40_000)} x\n"), "CL022", "too deeply");

    [Theory]
    [InlineData("CL006", "models/q.md", "---\nid: p\nname: P\nkind: model\n---\n", "a model with 'id: p' stands in models/q.md")]
    [InlineData("CL006", "tools/p.md", "---\nid: p\nname: P\nkind: model\n---\n", "stands in tools/p.md")]
    [InlineData("CL006", "models/P.md", "---\nid: p\nname: P\nkind: model\n---\n", "stands in models/P.md")]
    [InlineData("CL006", "sources/MAKER.yaml", "sources: []", "only case tells 'sources/maker.yaml'")]
    public void Check_places(string rule, string path, string text, string message) =>
        Expect(NotesBuilder.Of("z uses a; sources: [s, t]").File(path, text), rule, message);

    [Fact]
    public void Check_case_colliding_notes_are_both_told()
    {
        var findings = NotesBuilder.Of("p uses a; sources: [s, t]").File("models/P.md", "---\nid: p\nname: Other\nkind: model\n---\n")
            .Lint().Findings;

        Assert.Equal(3, findings.Count(finding => finding.Rule == Rules.DuplicateId));
    }

    [Fact]
    public void Check_unused_source_is_a_warning_at_its_place()
    {
        var report = NotesBuilder.Of("z uses a").Lint();

        var finding = Assert.Single(report.Findings);
        Assert.Equal(("CL010", "sources/maker.yaml", 4), (finding.Rule.Id, finding.Path, finding.At.Line));
        Assert.Equal((0, 1), (report.Errors, report.Warnings));
    }

    [Theory]
    [InlineData("z uses vicunna|vicuna is model", "did you mean 'vicuna'?")]
    [InlineData("z uses Vicuna|vicuna is model", "did you mean 'vicuna'?")]
    [InlineData("z uses qwertyuiop|vicuna is model", "correct the id, or add the note")]
    public void Check_unknown_id_suggests_the_nearest(string statements, string fix)
    {
        var file =
            $"---\nid: z\nname: Z\nkind: model\nclaims:\n  - uses: {statements.Split('|')[0].Split(' ')[2]}\n    sources: [s, t]\n---\n";
        var finding = Assert.Single(NotesBuilder.Of("vicuna is model").File("models/z.md", file).Lint().Findings);

        Assert.StartsWith(fix, finding.Fix);
    }

    [Fact]
    public void Check_deep_chain_does_not_overflow()
    {
        var notes =
            NotesBuilder.Of(
                [.. Enumerable.Range(0, 8_000).Select(number => $"m{number} built_on m{number + 1}"), "z uses m0; sources: [s, t]"]);

        Assert.Empty(notes.Lint().Findings);
    }

    [Fact]
    public void Check_own_notes_have_no_errors()
    {
        var report = KnowledgeLint.Check(Repository.Knowledge);

        Assert.True(report.Knowledge.Entities.Length > 2_900);
        Assert.Empty(report.Findings.Where(finding => finding.Rule.Severity == Severity.Error));
    }

    [Fact]
    public void Diagnostics_document_has_every_rule_with_example_and_fix()
    {
        var sections = SectionStart().Split(File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics.md"))).Skip(1).ToList();

        Assert.Equal(Rules.All.Select(rule => rule.Id), Rules.All.Select(rule => rule.Id).Order().Distinct());
        Assert.Equal(Rules.All.Select(rule => rule.Id), sections.Select(section => section[..5]));
        Assert.All(Rules.All.Zip(sections), pair =>
        {
            Assert.Contains(pair.First.Title, pair.Second);
            Assert.Contains(pair.First.Severity == Severity.Error ? "Error" : "Warning", pair.Second);
            Assert.Contains("**Why.**", pair.Second);
            Assert.Contains("```", pair.Second);
            Assert.Contains("**Fix.**", pair.Second);
        });
    }

    private static void Expect(NotesBuilder notes, string rule, string message)
    {
        var findings = notes.Lint().Findings;
        if (rule.Length == 0)
        {
            Assert.Empty(findings);
            return;
        }

        var finding = Assert.Single(findings);
        Assert.Equal(rule, finding.Rule.Id);
        Assert.Contains(message, finding.Message);
        Assert.True(finding.At.Line >= 1 && finding.At.Column >= 1);
    }

    [GeneratedRegex("^## (?=CL)", RegexOptions.Multiline)]
    private static partial Regex SectionStart();
}
