using ChatLineage.Knowledge.Lineage;

namespace ChatLineage.Knowledge.Tests.Lineage;

public sealed class LicenceInheritanceTests
{
    [Theory]
    [InlineData("research only passes along weights", "b fine_tuned_from a|a licensed_under nc", "a:nc:1")]
    [InlineData("over several steps", "c quantised_from b|b adapter_of a|a licensed_under nc", "a:nc:2")]
    [InlineData("share-alike passes from data", "b trained_on data|data licensed_under sa", "data:sa:1")]
    [InlineData("conditions pass", "b merged_from a|a licensed_under limited", "a:limited:1")]
    [InlineData("permissive terms add nothing", "b fine_tuned_from a|a licensed_under free", "")]
    [InlineData("code licences do not pass", "b fine_tuned_from a|a licensed_under nc; detail: code only", "")]
    [InlineData("licences of weights and code pass", "b fine_tuned_from a|a licensed_under nc; detail: code and weights", "a:nc:1")]
    [InlineData("a repository's licence does not pass", "b fine_tuned_from a|a licensed_under nc; detail: repository licence", "")]
    [InlineData("successors inherit nothing", "b successor_of a|a licensed_under nc", "")]
    [InlineData("teachers pass nothing", "b distilled_from a|a licensed_under nc", "")]
    [InlineData("a licence that was left passes nothing", "b fine_tuned_from a|a licensed_under nc; until: 2024-04|a licensed_under free",
        "")]
    [InlineData("what is disputed passes nothing", "b fine_tuned_from a; disputed: no|a licensed_under nc", "")]
    [InlineData("a disputed licence passes nothing", "b fine_tuned_from a|a licensed_under nc; disputed: no", "")]
    [InlineData("a licence without recorded terms adds nothing", "b fine_tuned_from a|a licensed_under unknown", "")]
    [InlineData("one licence is told once, nearest holder first", "c built_on b|b built_on a|a licensed_under nc|b licensed_under nc",
        "b:nc:1")]
    public void Inherited_terms(string rule, string statements, string expected)
    {
        var builder = NotesBuilder.Of(statements.Split('|'));
        foreach (var (id, terms) in new[] { ("nc", "no"), ("free", "yes"), ("limited", "conditions"), ("sa", "yes\n  share_alike: yes") })
            builder.Say($"{id} is licence").Fields(id, $"terms:\n  commercial: {terms}\n  sources: [s]");
        var knowledge = builder.Say("unknown is licence").Say("data is dataset").Link();
        var start = knowledge.FindEntity(statements[..1])!;

        var inherited = LicenceInheritance.Inherited(knowledge, start);

        Assert.True(expected == string.Join(' ', inherited.Select(each => $"{each.Holder.Id}:{each.Licence.Object.Id}:{each.Way.Length}")),
            rule);
        Assert.All(inherited, each => Assert.Equal(each.Holder, each.Way[^1].Entity));
        Assert.All(inherited, each => Assert.NotNull(each.Terms));
    }

    [Fact]
    public void OwnLicences_leave_out_code_licences_except_of_tools()
    {
        var knowledge = NotesBuilder.Of(
            "m licensed_under code; detail: code only", "m licensed_under w", "m licensed_under w; sources: [t]",
            "m licensed_under x; disputed: no", "m licensed_under y; on: 2023; until: 2024", "y is licence",
            "prog licensed_under code; detail: code only", "prog is tool", "code is licence", "w is licence", "x is licence").Link();

        Assert.Equal(["w"], LicenceInheritance.OwnLicences(knowledge, knowledge.FindEntity("m")!).Select(claim => claim.Object.Id));
        Assert.Equal(["code"], LicenceInheritance.OwnLicences(knowledge, knowledge.FindEntity("prog")!).Select(claim => claim.Object.Id));
    }
}
