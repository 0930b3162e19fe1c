using System.Text;

namespace ChatLineage.Knowledge.Tests;

public sealed class KnowledgeStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Refresh_edited_note_is_swapped_in()
    {
        var store = Open("b built_on a");
        var before = store.Current;
        Edit("models/b.md", "name: Name of b", "name: Bee");

        var update = store.Refresh(["models/b.md"]);

        Assert.Empty(update.Findings);
        Assert.Equal("Bee", store.Current.FindEntity("b")!.Name);
        Assert.Equal("Name of b", before.FindEntity("b")!.Name);
    }

    [Fact]
    public void Refresh_broken_note_is_reported_and_the_good_version_stays()
    {
        var store = Open("b built_on a");
        var before = store.Current;
        Edit("models/b.md", "kind: model", "kind: [");

        var update = store.Refresh(["models/b.md"]);

        Assert.Equal("CL002", Assert.Single(update.Findings).Rule.Id);
        Assert.Equal("models/b.md", Assert.Single(update.Kept));
        Assert.Same(before, store.Current);
    }

    [Fact]
    public void Refresh_added_and_removed_files_resolve_and_unresolve_ids()
    {
        var store = Open("b built_on a");
        var note = File.ReadAllText(_folder["models/a.md"]);
        File.Delete(_folder["models/a.md"]);

        var removed = store.Refresh(["models/a.md"]);
        Assert.Equal("CL007", Assert.Single(removed.Findings).Rule.Id);
        Assert.Empty(store.Current.Claims);

        _folder.Write("models/a.md", note);
        Assert.Empty(store.Refresh(["models/a.md"]).Findings);
        Assert.Single(store.Current.Claims);
    }

    /// <summary>The quick way to swap a note in must end where reading everything anew ends.</summary>
    [Fact]
    public void Refresh_random_edits_equal_a_full_link()
    {
        var random = new Random(7);
        var ids = Enumerable.Range(0, 12).Select(number => $"m{number}").ToArray();
        string[] predicates = ["built_on", "fine_tuned_from", "uses", "successor_of"];
        var store = Open([.. ids.Select(id => $"{id} is model")]);
        for (var round = 0; round < 80; round++)
        {
            var id = ids[random.Next(ids.Length)];
            var claims = Enumerable.Range(0, random.Next(4))
                .Select(_ => $"{id} {predicates[random.Next(4)]} {ids[random.Next(ids.Length)]}");
            var text = NotesBuilder.Of([$"{id} is model", .. claims]).Fields(id, $"aliases: [v{round}]").Texts()
                .First(file => file.Path == $"models/{id}.md").Text;
            _folder.Write($"models/{id}.md", text);

            var update = store.Refresh([$"models/{id}.md"]);

            Assert.Empty(update.Findings);
            Assert.Equal(Describe(KnowledgeStore.Open(_folder.Path).Current), Describe(update.Knowledge));
        }
    }

    private KnowledgeStore Open(params string[] statements)
    {
        NotesBuilder.Of(statements).Write(_folder.Path);
        var store = KnowledgeStore.Open(_folder.Path);
        Assert.Empty(store.Findings);
        return store;
    }

    private void Edit(string path, string old, string by) =>
        File.WriteAllText(_folder[path], File.ReadAllText(_folder[path]).Replace(old, by, StringComparison.Ordinal));

    private static string Describe(KnowledgeBase knowledge)
    {
        var text = new StringBuilder().AppendJoin('\n', knowledge.Claims).AppendLine();
        foreach (var entity in knowledge.Entities)
        {
            Assert.Same(entity, knowledge.FindEntity(entity.Id));
            Assert.All(knowledge.ClaimsFrom(entity), claim => Assert.Same(entity, claim.Subject));
            Assert.All(knowledge.ClaimsTo(entity), claim => Assert.Same(entity, claim.Object));
            text.Append(entity.Id).Append(' ').AppendJoin(',', entity.Aliases).Append(" <- ").AppendJoin(", ", knowledge.ClaimsTo(entity))
                .Append(" impact ").AppendJoin(", ",
                    knowledge.Graph.Impact(entity).Select(step => $"{step.Entity}:{step.Depth} via {step.Via}")).AppendLine();
            Assert.All(knowledge.Graph.Impact(entity), step => Assert.Same(step.Entity, knowledge.FindEntity(step.Entity.Id)));
        }

        return text.ToString();
    }
}
