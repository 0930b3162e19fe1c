using System.CommandLine;
using ChatLineage.Chat.Conversations;
using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Terminal;
using Microsoft.Extensions.DependencyInjection;

namespace ChatLineage.Cli.Commands;

/// <summary><c>chatlineage chat</c></summary>
internal sealed class ChatCommand : Command
{
    private const string Greeting = "Ask about open-source AI: who built what on what, when, under which licence. /help lists the commands, /quit leaves.\n";

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
            var commands = new TerminalCommands(
                screen,
                services.GetRequiredService<IConversationStore>(),
                name => LineageTree.Draw(notes.Current.Knowledge, name, screen.Traits.Width));
            var platform = new TerminalPlatform(screen, commands, interrupts, services.GetRequiredService<TimeProvider>());
            if (screen.Traits.Interactive)
                screen.WriteLines(Greeting);
            await ProgramServices.CreateDispatcher(services, answerer).RunAsync(platform, cancellationToken);
        }

        return ExitCode.Done;
    }
}
