using ChatLineage.LocalModel;
using ChatLineage.LocalModel.Measuring;
using LLama;
using LLama.Native;

namespace ChatLineage.Benchmarks.LocalModel.Comparison;

/// <summary>
/// The shipped writer beside quantisations of it that LLamaSharp makes from the shipped file, which is quantised already: their speed is
/// what a writer quantised from the original would have, their answers are a little worse than its would be. The files stay in the folder
/// named at the end, for <c>chatlineage eval</c> on their answers.
/// </summary>
internal static class QuantisationMeasurement
{
    private const int Repeats = 5;
    private static readonly LLamaFtype[] Made = [LLamaFtype.MOSTLY_Q8_0, LLamaFtype.MOSTLY_Q4_0, LLamaFtype.MOSTLY_Q4_1,
        LLamaFtype.MOSTLY_Q4_K_M];

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var shipped = ModelFolder.FindWriter() ?? throw new FileNotFoundException("The writer is not in 'models'.");
        var folder = Directory.CreateTempSubdirectory("chatlineage-quantised-").FullName;
        var hosts = new List<(string Name, LocalModelHost Host, GenerationProbe Probe)>();
        try
        {
            hosts.Add(await LoadAsync("shipped (Q5_1 and Q4_1)", shipped, cancellationToken));
            foreach (var type in Made)
            {
                var path = Path.Combine(folder, $"writer-{type}.gguf");
                if (LLamaQuantizer.Quantize(shipped, path, type, Environment.ProcessorCount, allowRequantize: true))
                    hosts.Add(await LoadAsync($"{type} ({new FileInfo(path).Length / 1_000_000} MB)", path, cancellationToken));
                else
                    Console.WriteLine($"{type}: LLamaSharp could not make it");
            }

            await MeasureAsync([.. hosts.Select(host => host.Name)], [.. hosts.Select(host => host.Probe)]);
            Console.WriteLine($"the files: {folder}");
        }
        finally
        {
            foreach (var (_, host, _) in hosts)
                await host.DisposeAsync();
        }
    }

    private static async Task MeasureAsync(string[] names, GenerationProbe[] probes)
    {
        int[] conversations = [1, 4, 8];
        var prefill = new Rounds(names);
        var decode = conversations.ToDictionary(count => count, _ => new Rounds(names));
        foreach (var probe in probes)
            await probe.DecodeAsync(8);
        for (var round = 0; round < Repeats; round++)
        {
            prefill.Add(await EachAsync(probes, probe => probe.PrefillAsync(512)));
            foreach (var count in conversations)
                decode[count].Add(await EachAsync(probes, probe => probe.DecodeAsync(count)));
        }

        Console.WriteLine(prefill.Line("prompt of 512", "tok/s"));
        foreach (var (count, rounds) in decode)
            Console.WriteLine(rounds.Line($"decode, {count} at once", "tok/s"));
    }

    private static async Task<double[]> EachAsync(GenerationProbe[] probes, Func<GenerationProbe, Task<double>> measure)
    {
        var values = new List<double>();
        foreach (var probe in probes)
            values.Add(await measure(probe));
        return [.. values];
    }

    private static async Task<(string, LocalModelHost, GenerationProbe)> LoadAsync(string name, string path,
        CancellationToken cancellationToken)
    {
        var options = new LocalModelOptions
        {
            ModelPath = path,
            ContextTokens = 4096,
            BatchTokens = 512,
            Conversations = 8,
            Threads = Environment.ProcessorCount,
        };
        var host = new LocalModelHost(options);
        await host.LoadAsync(cancellationToken);
        return (name, host, new GenerationProbe(await host.GetEngineAsync(cancellationToken), cancellationToken));
    }
}
