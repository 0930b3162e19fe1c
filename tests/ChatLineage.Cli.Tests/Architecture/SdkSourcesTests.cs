namespace ChatLineage.Cli.Tests.Architecture;

/// <summary>
/// The sources of src/Sdk are compiled where Discord.Net and SlackNet are not to be had: everything that they use of the main solution must
/// be there, as they use it.
/// </summary>
public sealed class SdkSourcesTests
{
    public static TheoryData<string> Projects => [.. SdkSources.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Sources_always_parse(string project)
    {
        var files = SdkSources.Read(project);

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Empty(file.GetDiagnostics()));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Sources_always_lack_nothing_but_the_two_libraries(string project)
    {
        var faults = SdkSources.Faults(project);

        Assert.True(faults.IsEmpty, string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Third_party_names_always_are_used(string project) => Assert.Empty(ThirdPartyNames.Of(project).Except(SdkSources.Missing(project)));

    [Theory]
    [InlineData("class Wrong { ChatLineage.Chat.Platforms.INoSuchPort? port; }")]
    [InlineData("class Wrong { void Do(ChatLineage.Chat.Platforms.IInbox inbox) => inbox.NoSuchMethod(); }")]
    [InlineData("class Wrong { NoSuchType? one; }")]
    [InlineData("class Wrong { int one = \"text\"; }")]
    public void Sources_with_another_fault_are_found(string wrong) =>
        Assert.Single(SdkSources.Faults("ChatLineage.Discord.DiscordNet", wrong), fault => !fault.StartsWith("src", StringComparison.Ordinal));
}
