using System.CommandLine;
using System.Globalization;
using System.Text;
using ChatLineage.Answering.Checking;
using ChatLineage.Answering.Checking.Reports;
using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Terminal;
using ChatLineage.Knowledge;

namespace ChatLineage.Cli.Commands;

/// <summary><c>chatlineage check &lt;file&gt;</c></summary>
internal sealed class CheckCommand : Command
{
    private const string StandardInput = "-";

    private readonly Argument<string> _file = new("file") { Description = "A text or Markdown file; - reads what is piped in." };
    private readonly Option<string> _format = new("--format") { Description = "How to write what is found; docs/json.md describes the JSON.", DefaultValueFactory = _ => "text" };
    private readonly Option<string> _knowledge = KnowledgeOption.Create();

    public CheckCommand()
        : base("check", "Check what a text says about lineage against the notes.")
    {
        _format.AcceptOnlyFromAmong("text", "markdown", "json");
        Arguments.Add(_file);
        Options.Add(_format);
        Options.Add(_knowledge);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var named = parsed.GetResult(_knowledge) is { Implicit: false };
        var folder = (named ? null : ProgramServices.ReadOptions().Knowledge.Folder) ?? parsed.GetRequiredValue(_knowledge);
        var text = await ReadAsync(parsed.GetRequiredValue(_file), cancellationToken);
        var check = new TextChecker(KnowledgeStore.Open(folder).Current).Check(text, cancellationToken);
        var screen = TerminalScreen.OfConsole();
        switch (parsed.GetValue(_format))
        {
            case "json":
                screen.WriteData(JsonReport.Write(check));
                break;
            case "markdown":
                screen.WriteData(MarkdownReport.Write(check));
                break;
            default:
                foreach (var (line, indent) in TextReport.Lines(check))
                    screen.WriteLines(line, indent);
                break;
        }

        return ExitCode.Done;
    }

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var name = path == StandardInput ? "The text piped in" : $"The file '{path}'";
        var text = Decode(await BytesAsync(path, name, cancellationToken), name);
        if (string.IsNullOrWhiteSpace(text))
            throw new CommandException($"{name} is empty. Give a text with at least one sentence.");
        if (text.Length > TextChecker.MaxLength)
            throw TooLong(name);
        return text;
    }

    private static async Task<byte[]> BytesAsync(string path, string name, CancellationToken cancellationToken)
    {
        if (path != StandardInput && Directory.Exists(path))
            throw new CommandException($"'{path}' is a folder. Name one text file of it.");
        try
        {
            await using var input = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
            using var bytes = new MemoryStream();
            var buffer = new byte[64 * 1024];
            // One character takes at most four bytes; more is not worth reading.
            while (await input.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > 4L * TextChecker.MaxLength)
                    throw TooLong(name);
            }

            return bytes.ToArray();
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException($"There is no file '{path}'. Name a text or Markdown file, or give - and pipe the text in.", missing);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{name} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    private static string Decode(byte[] bytes, string name)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            var text = reader.ReadToEnd();
            if (!text.Contains('\0', StringComparison.Ordinal))
                return text;
        }
        catch (DecoderFallbackException)
        {
        }

        throw new CommandException($"{name} is not UTF-8 text: it may be a picture, a PDF or another binary format. Save its text as a .txt or .md file first.");
    }

    private static CommandException TooLong(string name) =>
        new($"{name} is longer than the {TextChecker.MaxLength.ToString("N0", CultureInfo.InvariantCulture)} characters that are checked at once. Cut it into parts.");
}
