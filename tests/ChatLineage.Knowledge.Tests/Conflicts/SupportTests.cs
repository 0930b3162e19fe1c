using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge.Tests.Conflicts;

public sealed class SupportTests
{
    private static readonly Source Card = Of("card", "Maker", SourceKind.ModelCard, "2023-04");
    private static readonly Source Post = Of("post", "Maker", SourceKind.Announcement, "2023-05");
    private static readonly Source Table = Of("table", "Lists", SourceKind.Database, "2024");
    private static readonly Source Other = Of("other", "Others", SourceKind.Database, "2022");
    private static readonly Source Article = Of("article", "Paper", SourceKind.Article, "2024-06");

    public static TheoryData<Source[], Source[], int> Sides => new()
    {
        { [Card], [Article], 1 },
        { [Article, Table], [Card], -1 },
        { [Table, Other], [Table], 1 },
        { [Card, Post], [Card], 1 },
        { [Table], [Other], 1 },
        { [Card], [Card], 0 },
        { [], [Article], -1 },
    };

    [Theory]
    [MemberData(nameof(Sides))]
    public void Leaning_is_the_side_that_its_sources_support_better(Source[] first, Source[] second, int expected)
    {
        var conflict = Between(first, second, Verdict.Undecided);

        Assert.Equal(expected, Math.Sign(Support.Of(conflict.First).CompareTo(Support.Of(conflict.Second))));
        Assert.Equal(expected switch { > 0 => conflict.First, < 0 => conflict.Second, _ => null }, conflict.Leaning);
    }

    [Fact]
    public void Of_several_pages_of_one_publisher_counts_one_voice() => Assert.Equal(1, Support.Of([Card, Post]).Publishers);

    [Fact]
    public void Better_is_the_maintainers_word_whatever_the_sources_weigh()
    {
        var conflict = Between([Article], [Card], Verdict.First);

        Assert.Equal(conflict.First, conflict.Better);
        Assert.Equal(conflict.Second, conflict.Leaning);
    }

    private static Conflict Between(Source[] first, Source[] second, Verdict verdict) => new(
        new Entity { Id = "x", Name = "X", Kind = EntityKind.Model }, Predicates.ReleasedBy, "date",
        new ConflictSide("2023-04-01", [.. first]), new ConflictSide("2023-05-01", [.. second]), verdict, "it is so");

    private static Source Of(string id, string publisher, SourceKind kind, string published) =>
        new(id, id, publisher, "https://example.org/" + id, PartialDate.TryParse(published, out var date) ? date : null, kind);
}
