using System.Security.Cryptography;

namespace ChatLineage.EndToEnd.Tests.Model;

public sealed class PullTests
{
    private const string Tiny = "hf:maker/tiny-GGUF/tiny.gguf";

    [Fact]
    public async Task Pull_use_ask_and_verify_go_together()
    {
        await using var home = new ModelHome();
        home.Hub.Breaks.Enqueue(100_000);
        var path = Path.Combine(home.Downloads, "tiny.gguf");

        var pull = await home.RunAsync("model", "pull", Tiny);
        var use = await home.RunAsync("model", "use", "tiny.gguf");
        var ask = await home.RunAsync("ask", "Who wrote the Google memo?", "--json");
        var verify = await home.RunAsync("model", "verify", path);

        Assert.Equal((0, 0, 0, 0), (pull.ExitCode, use.ExitCode, ask.ExitCode, verify.ExitCode));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(home.Hub.Content)), pull.Output, StringComparison.Ordinal);
        Assert.Contains("checksum is unknown", pull.Errors, StringComparison.Ordinal);
        Assert.Equal(["", "bytes="], home.Hub.Requests.Select(request => request.Range[..Math.Min(6, request.Range.Length)]));
        Assert.Contains(path, use.Output, StringComparison.Ordinal);
        Assert.Contains("general", await File.ReadAllTextAsync(home.Settings), StringComparison.Ordinal);
        Assert.Contains("Sernau", ask.Output, StringComparison.Ordinal);
        Assert.Contains("catalogue does not know it", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pull_again_says_that_it_is_here()
    {
        await using var home = new ModelHome();
        await home.RunAsync("model", "pull", Tiny);

        var again = await home.RunAsync("model", "pull", Tiny);

        Assert.Equal(0, again.ExitCode);
        Assert.StartsWith("Already here: ", again.Output, StringComparison.Ordinal);
        Assert.Single(home.Hub.Requests);
    }

    [Fact]
    public async Task Pull_goes_through_the_proxy_and_gives_it_no_token()
    {
        await using var home = new ModelHome();
        var changes = new Dictionary<string, string>
        {
            ["HTTP_PROXY"] = home.Hub.Address.ToString(),
            ["http_proxy"] = home.Hub.Address.ToString(),
            ["HF_ENDPOINT"] = "http://hub.invalid/mirror",
        };

        var run = await home.RunAsync(changes, "model", "pull", Tiny);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("/mirror/maker/tiny-GGUF/resolve/main/tiny.gguf", Assert.Single(home.Hub.Requests).Path);
        Assert.Equal("", home.Hub.Requests.Single().Authorization);
    }

    [Fact]
    public async Task Pull_of_a_known_model_that_the_mirror_has_otherwise_fails_and_says_so()
    {
        await using var home = new ModelHome();

        var run = await home.RunAsync("model", "pull", "smollm2-135m");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("144,811,360", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(home.Downloads, "*.gguf"));
    }

    [Fact]
    public async Task Pull_without_a_network_says_what_to_do()
    {
        await using var home = new ModelHome();
        var nobody = home.Hub.Address.ToString();
        await home.Hub.DisposeAsync();

        var run = await home.RunAsync(new Dictionary<string, string> { ["HF_ENDPOINT"] = nobody }, "model", "pull", Tiny);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("refuses the connection", run.Errors, StringComparison.Ordinal);
        Assert.Contains("chatlineage model use <path>", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-model")]
    [InlineData("hf:../x/y.gguf")]
    public async Task Pull_of_an_unknown_name_lists_the_known_ones(string name)
    {
        await using var home = new ModelHome();

        var run = await home.RunAsync("model", "pull", name);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("llama-3.2-1b", run.Errors, StringComparison.Ordinal);
        Assert.Empty(home.Hub.Requests);
    }
}
