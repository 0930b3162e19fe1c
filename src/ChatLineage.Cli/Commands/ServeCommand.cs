using System.CommandLine;
using ChatLineage.Chat.Dispatch;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Storage.Database;
using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Terminal;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Pictures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Cli.Commands;

/// <summary><c>chatlineage serve</c></summary>
internal sealed class ServeCommand : Command
{
    private readonly AnsweringOptions _answering = new();
    private readonly PlatformMakers _platforms;

    public ServeCommand(PlatformMakers platforms)
        : base("serve", "Answer in the chat services that the settings configure: Discord, Slack or both.")
    {
        _platforms = platforms;
        _answering.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = ProgramServices.ReadOptions();
        await using var services = ProgramServices.Create(options, _answering.Read(parsed, options), LogLevel.Information);
        var platforms = ServedPlatforms.Create(options, services, _platforms);
        var screen = TerminalScreen.OfConsole();
        var (answerer, notes) = await ProgramServices.OpenLiveAsync(services, screen.Notice, cancellationToken);
        await using (notes)
        {
            var database = ChatFile.PathOf(options);
            using var store = await ChatDatabase.OpenAsync(database, () => notes.Current.Knowledge, cancellationToken);
            var dispatcher = new Dispatcher(
                answerer,
                store,
                options.Chat,
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILogger<Dispatcher>>(),
                () => notes.Current.Knowledge,
                Draw,
                platforms.ToDictionary(served => served.Platform.Name, served => served.Access));
            screen.Notice($"Serving {string.Join(" and ", platforms.Select(served => served.Platform.Name))}; conversations are kept in {database}. Ctrl-C stops.");
            try
            {
                await dispatcher.RunAsync([.. platforms.Select(served => served.Platform)], cancellationToken);
            }
            catch (OperationCanceledException)
            {
                // That is how serving ends.
                screen.Notice("Stopped. Questions that were not answered yet are answered at the next start.");
            }
        }

        return ExitCode.Done;
    }

    private static Attachment? Draw(KnowledgeBase knowledge, Entity entity, bool onDark)
    {
        if (knowledge.Graph.Bases(entity).IsEmpty && knowledge.Graph.Derivatives(entity).IsEmpty)
            return null;
        var picture = LineagePicture.Draw(knowledge, entity, onDark ? Theme.Dark : Theme.Light);
        return new Attachment($"{entity.Id}.png", "image/png", [.. picture.Png.Span], picture.AltText);
    }
}
