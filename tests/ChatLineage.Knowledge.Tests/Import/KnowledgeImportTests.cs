using ChatLineage.Knowledge.Import;

namespace ChatLineage.Knowledge.Tests.Import;

public sealed class KnowledgeImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public KnowledgeImportTests()
    {
        _folder.Write("csv/sources.csv",
            "source_id,title,publisher,url,published,kind\nrepo,Readme,Maker,https://x.org/r,2023-04,repository\ncard,\"Card: "
                + "one\",Maker,https://x.org/c,,model-card\npost,Post,Paper,urn:x:post,2023,article\nlog,Log,Maker,https://x.org/l,,repository\n");
        _folder.Write("csv/entities.csv",
            "entity_id,name,kind,aliases,organisation_id,released,parameters,open,source_id\nsv,StableVicuna,model,SV;S "
                + "V,stab,2023-04-28,13B,research-only,repo\nvic,Vicuna,model,,,2023-03,,weights-open,repo\nstab,Stability,organisation,,,,,n/a,repo\n");
        _folder.Write("csv/relations.csv",
            "subject_id,predicate,object_id,detail,date,source_id\nsv,fine_tuned_from,vic,tune: "
                + "RLHF,2023-04,repo\nsv,fine_tuned_from,vic,tune: RLHF,2023-04,card\nsv,built_on,stab,DISPUTED: it is not; see "
                + "conflicts.csv,,post\n");
        _folder.Write("csv/conflicts.csv",
            "subject_id,predicate,value_a,source_a,value_b,source_b,which_is_better_supported,why\nsv,released_by "
                + "(date),2023-03,post,2023-04,repo,b,\"the log, says so\"\n");
        _folder.Write("csv/seed_claims.csv", "claim_id,claim,verdict,correct_fact,source_ids\nc01,It is so,supported,Yes,repo; card\n");
    }

    private string Knowledge => _folder["knowledge"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_new_folder_gives_notes_that_say_what_the_tables_say()
    {
        var report = Run();

        Assert.Equal(new ImportReport(Created: 3, Extended: 0, Unchanged: 0, Sources: 4, Statements: 1), report);
        var files = KnowledgeFolder.Read(Knowledge);
        Assert.Empty(files.Findings);
        var note = files.Notes.Single(each => each.Id.Value == "sv");
        Assert.Equal(["SV", "S V"], note.Aliases.Select(alias => alias.Value));
        Assert.Equal(
            ["fine_tuned_from vic 'tune: RLHF' 2023-04 [repo,card] ", "built_on stab '' ? [post] it is not",
                "released_by stab '' 2023-04-28 [repo] "],
            note.Claims
                .Select(claim =>
                    $"{claim.Predicate.Value} {claim.Object.Value} '{claim.Detail}' {claim.On?.ToString() ?? "?"} "
                        + $"[{string.Join(',', claim.Sources.Select(each => each.Value))}] {claim.Disputed}"));
        Assert.Equal(("date", "the log, says so"), (note.Conflicts.Single().Aspect, note.Conflicts.Single().Because));
        Assert.Equal("post", files.Assessments.Single().Text.Value);
        Assert.Equal(["sources/maker.yaml", "sources/other-publishers.yaml"], files.Sources.Select(file => file.Path));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Run_twice_changes_nothing(string lineEnd)
    {
        Run();
        foreach (var file in Directory.EnumerateFiles(Knowledge, "*.md", SearchOption.AllDirectories))
            File.WriteAllText(file, File.ReadAllText(file).ReplaceLineEndings(lineEnd));
        var before = Contents();

        var report = Run();

        Assert.Equal(new ImportReport(Created: 0, Extended: 0, Unchanged: 3, Sources: 0, Statements: 1), report);
        Assert.Equal(before, Contents());
    }

    [Fact]
    public void Run_handwritten_text_comments_and_values_stay()
    {
        _folder.Write("knowledge/models/sv.md",
            "---\n# Ours.\nid: sv\nname: 'Stable Vicuna'   # spelled apart\nkind: model\nparameters: 12B\nclaims:\n  # by hand\n  - uses: "
                + "vic\n    sources: [repo]\n\n---\nOur prose.[^repo]\n");

        var report = Run();

        Assert.Equal((2, 1), (report.Created, report.Extended));
        var text = File.ReadAllText(_folder["knowledge/models/sv.md"]);
        Assert.StartsWith("---\n# Ours.\nid: sv\nname: 'Stable Vicuna'   # spelled apart\nkind: model\nparameters: 12B\n", text);
        Assert.Contains("  # by hand\n  - uses: vic\n    sources: [repo]\n", text);
        Assert.EndsWith("---\nOur prose.[^repo]\n", text);
        var note = KnowledgeFolder.Read(Knowledge).Notes.Single(each => each.Id.Value == "sv");
        Assert.Equal(("Stable Vicuna", "12B", new PartialDate(2023, 4, 28)), (note.Name.Value, note.Size, note.Released!.Value));
        Assert.Equal(4, note.Claims.Length);
        Assert.Single(note.Conflicts);
        Assert.Equal(0, Run().Extended);
    }

    [Theory]
    [InlineData("csv/relations.csv", "sv,built_on,ghost,,,repo\n", "names 'ghost'")]
    [InlineData("csv/relations.csv", "sv,eats,vic,,,repo\n", "'eats' (of 'sv') is no predicate")]
    [InlineData("csv/entities.csv", "x,X,animal,,,,,,repo\n", "'x' has the kind 'animal'")]
    [InlineData("csv/sources.csv", "bad,T,P,nowhere,,article\n", "is no address")]
    public void Run_unusable_tables_write_nothing(string table, string row, string message)
    {
        File.AppendAllText(_folder[table], row);

        Assert.Contains(message, Assert.Throws<ImportException>(Run).Message);
        Assert.Empty(Contents());
    }

    [Theory]
    [InlineData("csv/sources.csv", null, "is missing")]
    [InlineData("csv/sources.csv", "a,b\n1,2\n", "has no column")]
    [InlineData("csv/sources.csv", "", "is no CSV table")]
    public void Run_missing_table_or_column_says_which(string table, string? content, string message)
    {
        File.Delete(_folder[table]);
        if (content is not null)
            _folder.Write(table, content);

        Assert.Contains(message, Assert.Throws<ImportException>(Run).Message);
    }

    [Fact]
    public void Run_existing_note_with_a_mistake_is_left_alone()
    {
        _folder.Write("knowledge/models/sv.md", "---\nid: sv\n---\n");

        Assert.Contains("'models/sv.md' has a mistake", Assert.Throws<ImportException>(Run).Message);
        Assert.Single(Contents());
    }

    private ImportReport Run() => KnowledgeImport.Run(_folder["csv"], Knowledge);

    private Dictionary<string, string> Contents() =>
        Directory.EnumerateFiles(Knowledge, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);
}
