using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChatLineage.Cli.Commands.Model;
using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Doctor;
using ChatLineage.Cli.Doctor.Json;
using ChatLineage.Cli.Terminal;

namespace ChatLineage.Cli.Commands;

/// <summary><c>chatlineage doctor</c></summary>
internal sealed class DoctorCommand : Command
{
    private const string Indent = "  ";

    // Paths and names stay readable. The text goes to a terminal or a file, never into a web page as it is.
    private static readonly DoctorJsonContext Json = new(new JsonSerializerOptions(DoctorJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private readonly Option<string> _format = ModelFormat.CreateOption("How to write what is found.");
    private readonly AnsweringOptions _answering = new();

    public DoctorCommand()
        : base("doctor", "Check that everything is set up: notes, model, platforms; each fault with its fix. Exit code 1 when something does not work.")
    {
        Options.Add(_format);
        _answering.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = ProgramServices.ReadOptions();
        var examination = new Examination(Probes.All(options, _answering.Read(parsed, options)), TimeProvider.System);
        var screen = TerminalScreen.OfConsole();
        var json = parsed.GetValue(_format) == ModelFormat.Json;
        var reports = new List<ProbeReport>();
        await foreach (var report in examination.RunAsync(cancellationToken))
        {
            reports.Add(report);
            if (!json)
                Write(screen, report);
        }

        if (json)
            screen.WriteData(JsonSerializer.Serialize(reports.ConvertAll(ProbeDocument.Of), Json.ListProbeDocument));
        return reports.Exists(report => report.Result.Status == ProbeStatus.Failed) ? ExitCode.Failed : ExitCode.Done;
    }

    private static void Write(TerminalScreen screen, ProbeReport report)
    {
        var (status, message, fix) = report.Result;
        screen.WriteLines($"[{status.ToString().ToLowerInvariant()}] {report.Name}: {message}", Indent);
        if (fix is not null)
            screen.WriteLines($"-> {fix}", Indent);
    }
}
