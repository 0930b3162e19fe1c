using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ChatLineage.Benchmarks.LocalModel.Comparison;

/// <summary>node-llama-cpp in a process of its own, which keeps the model loaded from round to round; see
/// <c>benchmarks/peers/node-llama-cpp</c>.</summary>
internal sealed class NodePeer : IDisposable
{
    private static readonly string Folder = Path.Combine("benchmarks", "peers", "node-llama-cpp");
    private readonly Process _process;

    private NodePeer(Process process) => _process = process;

    /// <summary>Starts it; null, with a word on what is missing, where it is not installed.</summary>
    public static async Task<NodePeer?> StartAsync(string model, int contextTokens, int batchTokens, int conversations, int threads,
        CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            Console.WriteLine($"node-llama-cpp takes no part: run 'npm ci' in {Folder} first");
            return null;
        }

        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("peer.mjs");
        start.ArgumentList.Add(Path.GetFullPath(model));
        foreach (var number in new[] { contextTokens, batchTokens, conversations, threads })
            start.ArgumentList.Add(number.ToString(CultureInfo.InvariantCulture));
        var peer = new NodePeer(Process.Start(start)!);
        Console.WriteLine($"node-llama-cpp: {await peer.ReadAsync(cancellationToken)}");
        return peer;
    }

    /// <summary>Texts at the same time, from prompt to end.</summary>
    public async Task<PeerRun> RunAsync(int[][] prompts, int tokens, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { prompts, tokens }).AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        using var result = JsonDocument.Parse(await ReadAsync(cancellationToken));
        return new PeerRun(
            TimeSpan.FromMilliseconds(result.RootElement.GetProperty("firstTokenMs").GetDouble()),
            TimeSpan.FromMilliseconds(result.RootElement.GetProperty("durationMs").GetDouble()),
            prompts.Length * tokens);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private async Task<string> ReadAsync(CancellationToken cancellationToken) =>
        await _process.StandardOutput.ReadLineAsync(cancellationToken)
            ?? throw new InvalidOperationException("The process of node-llama-cpp ended; its error stands above.");
}
