using System.Text.Json;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.EndToEnd.Tests.Model;

public sealed class ListTests
{
    [Fact]
    public async Task List_names_the_shipped_model_as_the_one_in_use()
    {
        await using var home = new ModelHome();

        var run = await home.RunAsync("model", "list");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("(?m)^writer-135m .* in use$", run.Output);
        Assert.Matches("(?m)^llama-3.1-8b .* Llama 3.1 Community License ", run.Output);
    }

    [Fact]
    public async Task List_as_JSON_has_checksums_and_what_runs()
    {
        await using var home = new ModelHome();

        var run = await home.RunAsync("model", "list", "--format", "json");

        using var json = JsonDocument.Parse(run.Output);
        var writer = json.RootElement.EnumerateArray().Single(model => model.GetProperty("name").GetString() == "writer-135m");
        Assert.True(writer.GetProperty("inUse").GetBoolean());
        Assert.Equal(64, writer.GetProperty("sha256").GetString()!.Length);
        Assert.Matches("^(yes|whenMemoryIsFree|no)$", writer.GetProperty("runs").GetString());
    }

    [Fact]
    public async Task Verify_of_the_shipped_models_finds_them_as_the_catalogue_has_them()
    {
        await using var home = new ModelHome();

        var run = await home.RunAsync("model", "verify");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, run.Output.Split('\n').Count(line => line.Contains("as the catalogue has it", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Verify_of_a_changed_file_exits_with_one()
    {
        await using var home = new ModelHome();
        Directory.CreateDirectory(home.Downloads);
        await File.WriteAllBytesAsync(Path.Combine(home.Downloads, "SmolLM2-135M-Instruct-Q8_0.gguf"), new TinyModel().ToBytes());

        var run = await home.RunAsync("model", "verify", "smollm2-135m", "--format", "json");

        Assert.Equal(1, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Contains("Download it again", json.RootElement[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bench_as_JSON_measures_one_to_eight_conversations()
    {
        await using var home = new ModelHome();

        var run = await home.RunAsync("model", "bench", home.Write("tiny.gguf", home.Hub.Content), "--format", "json");

        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal([1, 2, 4, 8], json.RootElement.GetProperty("decode").EnumerateArray().Select(rate => rate.GetProperty("conversations").GetInt32()));
        Assert.All(json.RootElement.GetProperty("decode").EnumerateArray(), rate => Assert.True(rate.GetProperty("tokensPerSecond").GetDouble() > 0));
        Assert.Equal(630, json.RootElement.GetProperty("promptTokens").GetInt32());
        Assert.All(["firstTokenColdMs", "firstTokenWarmMs"], time => Assert.True(json.RootElement.GetProperty(time).GetDouble() > 0));
    }
}
