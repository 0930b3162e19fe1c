using ChatLineage.Answering.Understanding.References;

namespace ChatLineage.Answering.Tests.Understanding.References;

public sealed class VersionsTests
{
    private static readonly Versions Versions = new(ShippedNotes.Names);

    [Theory]
    [InlineData("and v2?", "llama-1", "llama-2")]
    [InlineData("and the first one?", "starcoder2", "starcoder")]
    [InlineData("what about the second version", "dolly-v1", "dolly-v2")]
    [InlineData("and 3.1?", "llama-3", "llama-3-1")]
    [InlineData("and v9?", "llama-1", null)]
    [InlineData("who made the first one?", "starcoder2", null)]
    public void Asked_finds_the_member_of_the_line(string text, string subject, string? version) =>
        Assert.Equal(version, Versions.Asked(text, ShippedNotes.Knowledge.FindEntity(subject)!)?.Id);
}
