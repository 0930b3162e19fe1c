using System.CommandLine;
using System.Globalization;
using ChatLineage.Cli.Commands.Model.Json;
using ChatLineage.LocalModel.Measuring;

namespace ChatLineage.Cli.Commands.Model;

/// <summary><c>chatlineage model bench [model]</c></summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var model = ModelArgument.Create(optional: true);
        var format = ModelFormat.CreateOption("How to write the measurements.");
        var command = new Command("bench", "Measure how fast a language model runs here.") { model, format };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(model), parsed.GetValue(format) == ModelFormat.Json, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? model, bool json, CancellationToken cancellationToken)
    {
        var (options, store) = ModelArgument.Open();
        if (model is not null)
            options.LocalModel.ModelPath = ModelArgument.Find(model, store);
        var report = await ModelBenchmark.RunAsync(options.LocalModel, new Announcer(), cancellationToken);
        if (json)
            await Console.Out.WriteLineAsync(ModelJson.Write(MeasuredModel.Of(report)));
        else
            await WriteAsync(report);
        return ExitCode.Done;
    }

    private static async Task WriteAsync(BenchmarkReport report)
    {
        await Console.Out.WriteLineAsync($"{report.Model}");
        await Console.Out.WriteLineAsync(Line($"prompts      {report.PrefillTokensPerSecond,7:0} tokens/s ({report.PrefillTokens} tokens)"));
        foreach (var rate in report.Decode)
            await Console.Out.WriteLineAsync(Line($"writing, {rate.Conversations,2}  {rate.TokensPerSecond,7:0} tokens/s{(rate.Conversations > 1 ? " in all" : "")}"));
        await Console.Out.WriteLineAsync(Line($"first token  {report.FirstTokenCold.TotalMilliseconds,7:0} ms cold ({report.PromptTokens} prompt tokens)"));
        await Console.Out.WriteLineAsync(Line($"             {report.FirstTokenWarm.TotalMilliseconds,7:0} ms warm ({report.SharedTokens} of them in the cache)"));
        foreach (var warning in report.Model.Warnings)
            await Console.Error.WriteLineAsync(warning);
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Announcer : IProgress<string>
    {
        public void Report(string value)
        {
            if (!Console.IsErrorRedirected)
                Console.Error.WriteLine($"… {value}");
        }
    }
}
