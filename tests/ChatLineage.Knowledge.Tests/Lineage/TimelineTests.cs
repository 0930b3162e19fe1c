using ChatLineage.Knowledge.Lineage;

namespace ChatLineage.Knowledge.Tests.Lineage;

public sealed class TimelineTests
{
    private static readonly KnowledgeBase Notes = NotesBuilder
        .Of(
            "meta is organisation",
            "llama released_by meta; on: 2023-02-24",
            "llama released_by meta; on: 2023-03-01; disputed: a slip",
            "vicuna fine_tuned_from llama; on: 2023-03-30; detail: deltas",
            "vicuna fine_tuned_from llama; on: 2023-03-30; sources: [t]",
            "alpaca fine_tuned_from llama; on: 2023")
        .Fields("llama", "released: 2023-02-24")
        .Fields("vicuna", "released: 2023-03-30")
        .Link();

    [Theory]
    [InlineData("llama vicuna alpaca", null, null, "alpaca 2023 1; llama 2023-02-24 1; vicuna 2023-03-30 0; vicuna 2023-03-30 2")]
    [InlineData("llama vicuna", "2023-03-01", null, "vicuna 2023-03-30 0; vicuna 2023-03-30 2")]
    [InlineData("llama vicuna alpaca", "2023-06-01", "2023-06-30", "alpaca 2023 1")]
    [InlineData("meta", null, null, "")]
    public void Of_entities_is_in_order_with_proof(string ids, string? from, string? to, string expected)
    {
        var entries = Timeline.Of(Notes, ids.Split(' ').Select(id => Notes.FindEntity(id)!), Day(from), Day(to));

        Assert.Equal(expected, string.Join("; ", entries.Select(entry => $"{entry.Entity.Id} {entry.Date} {entry.Claims.Length}")));
        Assert.All(entries.SelectMany(entry => entry.Claims), claim => Assert.True(claim.Stands));
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
