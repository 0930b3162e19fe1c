using ChatLineage.Answering;
using ChatLineage.Chat;
using ChatLineage.Chat.Conversations;
using ChatLineage.Cli.Logging;
using ChatLineage.Cli.Settings;
using ChatLineage.Knowledge;
using ChatLineage.LocalModel;
using ChatLineage.Retrieval;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Cli.Composition;

/// <summary>The composition root: every service of the program, made when it is first needed.</summary>
internal static class ProgramServices
{
    /// <summary>The settings, read and checked.</summary>
    /// <exception cref="SettingsException">A setting cannot be used.</exception>
    public static ProgramOptions ReadOptions() => new OptionReader(SettingsFiles.Read()).Read();

    /// <summary>The services for answering questions. Dispose it to free the models.</summary>
    public static ServiceProvider Create(ProgramOptions options, AnsweringChoices choices) => new ServiceCollection()
        .AddSingleton(options)
        .AddSingleton(choices)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<ILoggerFactory>(services => CreateLog(options.Log, services.GetRequiredService<TimeProvider>()))
        .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
        .AddSingleton(_ => KnowledgeStore.Open(choices.KnowledgeFolder))
        .AddSingleton(services => new LocalModelHost(options.LocalModel, services.GetRequiredService<ILoggerFactory>()))
        .AddSingleton<ModelChoice>()
        .AddSingleton<IAnswerer>(CreateAnswerer)
        .AddSingleton<IConversationStore>(_ => new ConversationMemory())
        .AddSingleton<Dispatcher>()
        .BuildServiceProvider();

    private static Answerer CreateAnswerer(IServiceProvider services)
    {
        var notes = services.GetRequiredService<KnowledgeStore>().Current;
        var model = services.GetRequiredService<ModelChoice>();
        return new Answerer(notes, new HybridRetriever(notes), model.CreateDrafter(), model.Name, services.GetRequiredService<TimeProvider>());
    }

    private static LoggerFactory CreateLog(LogOptions options, TimeProvider time) =>
        new([new ErrorLogProvider(Console.Error, time)], new LoggerFilterOptions { MinLevel = options.Level });
}
