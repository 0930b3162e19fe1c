using System.CommandLine;
using ChatLineage.Chat;
using ChatLineage.Chat.Conversations;
using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Terminal;
using ChatLineage.Knowledge;
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
        services.GetRequiredService<ModelChoice>().Announce(screen.Notice);
        using var interrupts = new Interrupts(screen.Notice);
        interrupts.Listen();
        var knowledge = services.GetRequiredService<KnowledgeStore>();
        var commands = new TerminalCommands(screen, services.GetRequiredService<IConversationStore>(), new LineageTree(knowledge).Draw);
        var platform = new TerminalPlatform(screen, commands, interrupts, services.GetRequiredService<TimeProvider>());
        if (screen.Traits.Interactive)
            screen.WriteLines(Greeting);
        await services.GetRequiredService<Dispatcher>().RunAsync(platform, cancellationToken);
        return ExitCode.Done;
    }
}
