using System.CommandLine;
using ChatLineage.Chat;
using ChatLineage.Chat.Dispatch;
using ChatLineage.Chat.Limits;
using ChatLineage.Chat.Storage;
using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Terminal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Cli.Commands;

/// <summary><c>chatlineage chat</c></summary>
internal sealed class ChatCommand : Command
{
    private const string Greeting = "Ask about open-source AI: who built what on what, when, under which licence. /help lists the commands, /quit leaves.\n";

    // Whoever has the program to themselves takes it from nobody.
    private static readonly ChatOptions ForOnePerson = new()
    {
        ShutdownGrace = TimeSpan.Zero,
        Limits = new RateLimitOptions { PerPerson = 10_000, Window = TimeSpan.FromSeconds(1) },
    };

    private readonly AnsweringOptions _answering = new();

    public ChatCommand()
        : base("chat", "Ask several questions in a row; follow-ups may refer to what was said.")
    {
        _answering.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = ProgramServices.ReadOptions();
        await using var services = ProgramServices.Create(options, _answering.Read(parsed, options));
        var screen = TerminalScreen.OfConsole();
        using var interrupts = new Interrupts(text =>
        {
            screen.WriteLine();
            screen.Notice(text);
            screen.Prompt();
        });
        interrupts.Listen();
        var (answerer, notes) = await ProgramServices.OpenLiveAsync(services, screen.Notice, cancellationToken);
        await using (notes)
        {
            var time = services.GetRequiredService<TimeProvider>();
            var memory = new ChatMemory();
            var commands = new TerminalCommands(
                screen,
                memory,
                name => LineageTree.Draw(notes.Current.Knowledge, name, screen.Traits.Width));
            var platform = new TerminalPlatform(screen, commands, interrupts, time);
            if (screen.Traits.Interactive)
                screen.WriteLines(Greeting);
            await new Dispatcher(answerer, memory, ForOnePerson, time, services.GetRequiredService<ILogger<Dispatcher>>()).RunAsync([platform], cancellationToken);
        }

        return ExitCode.Done;
    }
}
