using System.Text.Json;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.EndToEnd.Tests.Model;

public sealed class UseTests
{
    public static TheoryData<string, string> Unusable => new()
    {
        { "magic", "does not begin with the letters GGUF" },
        { "truncated", "Download it again" },
        { "split", "llama-gguf-split --merge" },
        { "architecture", "unknown model architecture" },
        { "template", "has no chat template" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task Use_of_a_file_that_cannot_be_used_says_why_and_changes_nothing(string what, string expected)
    {
        await using var home = new ModelHome();
        var model = what switch
        {
            "split" => new TinyModel { SplitCount = 3 },
            "architecture" => new TinyModel { Architecture = "mamba9000" },
            "template" => new TinyModel { Template = null },
            _ => new TinyModel(),
        };
        var bytes = what == "magic" ? "<html>"u8.ToArray() : model.ToBytes();

        var run = await home.RunAsync("model", "use", home.Write("model.gguf", what == "truncated" ? bytes[..^1000] : bytes));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(home.Settings));
    }

    [Fact]
    public async Task Use_with_too_little_memory_says_how_much_is_needed()
    {
        await using var home = new ModelHome();
        var path = home.Write("tiny.gguf", home.Hub.Content);
        var limit = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x4000000", ["CHATLINEAGE_LocalModel__ContextTokens"] = "1048576" };

        var run = await home.RunAsync(limit, "model", "use", path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("MB of memory", run.Errors, StringComparison.Ordinal);
        Assert.Contains("LocalModel:ContextTokens", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_keeps_other_settings_of_the_user_and_takes_back_its_own()
    {
        await using var home = new ModelHome();
        Directory.CreateDirectory(Path.GetDirectoryName(home.Settings)!);
        await File.WriteAllTextAsync(home.Settings, """{ "Log": { "Level": "Error" } }""");

        var mine = await home.RunAsync("model", "use", home.Write("mine.gguf", home.Hub.Content));
        var changed = await File.ReadAllTextAsync(home.Settings);
        var shipped = await home.RunAsync("model", "use", "writer-135m");

        Assert.Equal((0, 0), (mine.ExitCode, shipped.ExitCode));
        using var first = JsonDocument.Parse(changed);
        Assert.Equal(Path.Combine(home.Folder, "mine.gguf"), first.RootElement.GetProperty("LocalModel").GetProperty("ModelPath").GetString());
        Assert.Equal("Error", first.RootElement.GetProperty("Log").GetProperty("Level").GetString());
        using var second = JsonDocument.Parse(await File.ReadAllTextAsync(home.Settings));
        Assert.Equal(["Log"], second.RootElement.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Use_where_another_setting_wins_says_which_key()
    {
        await using var home = new ModelHome();
        var changes = new Dictionary<string, string> { ["CHATLINEAGE_LocalModel__ModelPath"] = "elsewhere.gguf" };

        var run = await home.RunAsync(changes, "model", "use", home.Write("mine.gguf", home.Hub.Content));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("CHATLINEAGE_LocalModel__ModelPath", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_of_a_model_that_is_not_here_says_how_to_get_it()
    {
        await using var home = new ModelHome();

        var run = await home.RunAsync("model", "use", "llama-3.2-1b");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("chatlineage model pull llama-3.2-1b", run.Errors, StringComparison.Ordinal);
    }
}
