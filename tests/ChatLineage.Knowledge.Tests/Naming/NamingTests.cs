using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Naming;

namespace ChatLineage.Knowledge.Tests.Naming;

public sealed class NamingTests
{
    private static readonly KnowledgeBase Knowledge =
        NotesBuilder.Of("llama-1 is model", "llama-2 is model", "vicuna is model", "letta is tool", "letta-inc is organisation")
        .Fields("llama-1", "aliases: [LLaMA]").Fields("letta", "aliases: [Letta AI]\nsame_name_as: [letta-inc]")
        .Fields("letta-inc", "aliases: [letta ai]").Link();

    [Theory]
    [InlineData("llama-1", "llama-1")]
    [InlineData("LLAMA-1", "llama-1")]
    [InlineData(" llama ", "llama-1")]
    [InlineData("name of VICUNA", "vicuna")]
    [InlineData("Letta AI", "letta letta-inc")]
    [InlineData("letta", "letta")]
    [InlineData("nothing", "")]
    public void Find_by_id_name_or_alias(string text, string ids) =>
        Assert.Equal(ids, string.Join(' ', EntityNames.Find(Knowledge, text).Select(entity => entity.Id)));

    [Theory]
    [InlineData("vicunna", "vicuna")]
    [InlineData("vcuina", "vicuna")]
    [InlineData("lama", "llama-1")]
    [InlineData("xyzzyplugh", "")]
    public void Suggest_nearest_first(string text, string first) =>
        Assert.Equal(first, EntityNames.Suggest(Knowledge, text).FirstOrDefault()?.Id ?? "");

    /// <summary>The program runs without ICU, which left «Café» as «caf».</summary>
    [Theory]
    [InlineData("StableVicuna 13B", "stablevicuna-13b")]
    [InlineData("Café Société", "cafe-societe")]
    [InlineData("Cafe\u0301", "cafe")]
    [InlineData("Łódź ＧＰＴ", "lodz-gpt")]
    [InlineData("  C++ / v1.5 ", "c-v1-5")]
    [InlineData("日本語", "")]
    public void FromName_makes_an_id_of_plain_letters(string name, string id) =>
        Assert.Equal(id, EntityId.FromName(name));
}
