using ChatLineage.Knowledge.Authoring;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Tests.Authoring;

public sealed class NoteTemplateTests
{
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_passes_the_lint_as_it_is_and_filled_in(EntityKind kind)
    {
        var path = NoteTemplate.Path(kind, "some-thing");
        var text = NoteTemplate.Write(kind, "some-thing", "Some: Thing");
        Assert.Empty(KnowledgeFile.Parse(path, text).Findings);

        var filled = KnowledgeFile.Parse(path, text.Replace("\n# Take '", "\n#Take '", StringComparison.Ordinal)
            .Replace("\n# yaml", "\n#yaml", StringComparison.Ordinal).Replace("\n# ", "\n", StringComparison.Ordinal));

        Assert.Empty(filled.Findings);
        Assert.NotEmpty(filled.Note!.Claims);
        Assert.Equal("Some: Thing", filled.Note.Name.Value);
        Assert.Equal(kind == EntityKind.Licence, filled.Note.Terms is not null);
    }

    public static TheoryData<EntityKind> Kinds() => [.. EntityKinds.All];
}
