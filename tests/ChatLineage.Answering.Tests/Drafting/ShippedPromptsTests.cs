using ChatLineage.Answering.Drafting;

namespace ChatLineage.Answering.Tests.Drafting;

/// <summary>The lint of the prompts that ship: a prompt is read again at every answer, so each word of it costs time.</summary>
public sealed class ShippedPromptsTests
{
    // In English a token of these models is about four characters; the budgets are characters, so that no tokeniser is needed.
    private static readonly Dictionary<string, int> MaxCharacters = new(StringComparer.Ordinal) { ["writer"] = 160, ["general"] = 1000 };

    private static readonly string[] MachineWords =
        ["as an ai", "language model", "please", "delve", "leverage", "utilize", "comprehensive", "seamless", "robust", "ensure that", "important to note", "!"];

    public static TheoryData<string> Names => [.. Folders()];

    [Fact]
    public void Folder_has_the_prompts_that_have_a_budget() => Assert.Equal(MaxCharacters.Keys.Order(), Folders());

    [Theory]
    [MemberData(nameof(Names))]
    public void Prompt_keeps_its_budget_and_plain_words(string name)
    {
        var template = PromptFolder.Find(null).Load(name).Config.Template;
        Assert.InRange(template.Length, 1, MaxCharacters[name]);
        Assert.DoesNotContain(MachineWords, word => template.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.All(template.Split('\n'), line => Assert.True(line.Length <= 160, line));
        Assert.All(template, sign => Assert.InRange(sign, '\n', '~'));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Prompt_names_its_values_and_decodes_greedily(string name)
    {
        var config = PromptFolder.Find(null).Load(name).Config;
        foreach (var value in config.InputVariables)
            Assert.Contains("{{$" + value.Name + "}}", config.Template, StringComparison.Ordinal);
        Assert.Equal(["facts", "question"], config.InputVariables.Select(value => value.Name));
        Assert.All(config.InputVariables, value => Assert.False(value.AllowDangerouslySetContent));
        var settings = config.DefaultExecutionSettings!.ExtensionData!;
        Assert.Equal("0", settings["temperature"].ToString());
        Assert.Equal("140", settings["max_tokens"].ToString());
    }

    // The hash is written into every answer. When this fails because a prompt was changed: raise its version and take the new hash over.
    [Theory]
    [InlineData("writer", "1", "4957da381d3660a72da83e1c3d3942d71c7b316140ed53b9cb721878edad45d3")]
    [InlineData("general", "1", "33305f70ab1e252ea5cfb8c668984fe3a49bab9e4bd8459c183f12046ea7caeb")]
    public void Prompt_changes_only_together_with_its_version(string name, string version, string hash)
    {
        var prompt = PromptFolder.Find(null).Load(name);
        Assert.Equal((version, hash), (prompt.Version, prompt.Hash));
    }

    private static IEnumerable<string> Folders() =>
        Directory.GetDirectories(PromptFolder.Find(null).Path).Select(path => Path.GetFileName(path)).Order();
}
