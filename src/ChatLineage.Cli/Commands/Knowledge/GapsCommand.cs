using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChatLineage.Chat.Storage;
using ChatLineage.Chat.Storage.Database;
using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Terminal;
using ChatLineage.Knowledge;

namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary><c>chatlineage knowledge gaps</c></summary>
internal static partial class GapsCommand
{
    private const int DefaultCount = 50;

    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "How to write them.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var count = new Option<int>("--max") { Description = "How many at most, the latest first.", HelpName = "count", DefaultValueFactory = _ => DefaultCount };
        count.Validators.Add(result =>
        {
            if (result.Tokens is [var given, ..] && (!int.TryParse(given.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 10_000))
                result.AddError($"--max is '{given.Value}'; give a number from 1 to 10000.");
        });
        var command = new Command("gaps", "List what people asked that the notes could not answer, that did not help, or that they passed on to you.") { format, count };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(format), parsed.GetRequiredValue(count), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string format, int count, CancellationToken cancellationToken)
    {
        var path = ChatFile.PathOf(ProgramServices.ReadOptions());
        if (!File.Exists(path))
            throw new CommandException($"Nothing was asked yet: there is no file '{path}', which 'chatlineage serve' writes.");
        using var store = await ChatDatabase.OpenAsync(path, () => KnowledgeBase.Empty, cancellationToken);
        var gaps = await store.ReadGapsAsync(count, cancellationToken);
        var screen = TerminalScreen.OfConsole();
        if (format == "json")
        {
            screen.WriteData(JsonSerializer.Serialize(gaps, GapJson.Default.ImmutableArrayGap));
            return ExitCode.Done;
        }

        foreach (var line in GapReport.Lines(gaps))
            screen.WriteLines(line, GapReport.Indent);
        return ExitCode.Done;
    }

    [JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
    [JsonSerializable(typeof(ImmutableArray<Gap>))]
    private sealed partial class GapJson : JsonSerializerContext;
}
