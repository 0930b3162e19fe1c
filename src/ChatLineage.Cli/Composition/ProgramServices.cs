using ChatLineage.Answering;
using ChatLineage.Answering.Drafting;
using ChatLineage.Answering.Search;
using ChatLineage.Answering.Understanding.Examples;
using ChatLineage.Cli.Logging;
using ChatLineage.Cli.Settings;
using ChatLineage.Knowledge;
using ChatLineage.LocalModel;
using ChatLineage.Retrieval;
using ChatLineage.Retrieval.Watching;
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
    /// <param name="options">The settings, checked.</param>
    /// <param name="choices">What the command line says.</param>
    /// <param name="level">The least severe log entries that are written unless the settings say otherwise.</param>
    public static ServiceProvider Create(ProgramOptions options, AnsweringChoices choices, LogLevel level = LogLevel.Warning) => new ServiceCollection()
        .AddSingleton(options)
        .AddSingleton(choices)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<ILoggerFactory>(services => CreateLog(options.Log.Level ?? level, services.GetRequiredService<TimeProvider>()))
        .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
        .AddSingleton(services => new LocalModelHost(options.LocalModel, services.GetRequiredService<ILoggerFactory>()))
        .AddSingleton(_ => CreateHttp())
        .AddSingleton<ModelChoice>()
        .AddSingleton<VectorChoice>()
        .BuildServiceProvider();

    /// <summary>An answerer over the notes as they are now, for programs that answer and end.</summary>
    /// <param name="services">The services.</param>
    /// <param name="notice">Told when there is no model although one is wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IAnswerer> OpenOnceAsync(IServiceProvider services, Action<string> notice, CancellationToken cancellationToken)
    {
        // The model is read from disk while the notes are.
        var preparing = services.GetRequiredService<ModelChoice>().PrepareAsync(notice, cancellationToken);
        var knowledge = KnowledgeStore.Open(services.GetRequiredService<AnsweringChoices>().KnowledgeFolder).Current;
        await preparing;
        return CreateAnswerer(services, knowledge, new HybridRetriever(knowledge));
    }

    /// <summary>An answerer that follows edits of the notes, for programs that stay. Dispose the watcher to end that.</summary>
    /// <param name="services">The services.</param>
    /// <param name="notice">Told when there is no model although one is wanted, and about edits that are wrong.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<(IAnswerer Answerer, KnowledgeWatcher Notes)> OpenLiveAsync(
        IServiceProvider services, Action<string> notice, CancellationToken cancellationToken)
    {
        var preparing = services.GetRequiredService<ModelChoice>().PrepareAsync(notice, cancellationToken);
        var watching = new KnowledgeWatcherOptions
        {
            Vectors = services.GetRequiredService<VectorChoice>().Vectors,
            Updates = new EditNotices(notice),
            Logger = services.GetRequiredService<ILogger<KnowledgeWatcher>>(),
        };
        var notes = KnowledgeWatcher.Open(services.GetRequiredService<AnsweringChoices>().KnowledgeFolder, watching, services.GetRequiredService<TimeProvider>());
        await preparing;
        return (new LiveAnswerer(notes, snapshot => CreateAnswerer(services, snapshot.Knowledge, snapshot.Retriever)), notes);
    }

    private static Answerer CreateAnswerer(IServiceProvider services, KnowledgeBase knowledge, IRetriever retriever)
    {
        var model = services.GetRequiredService<ModelChoice>();
        return new Answerer(knowledge, retriever, model.CreateDrafter(), model.Name, services.GetRequiredService<TimeProvider>(), ExampleBook.Load(PromptFolder.Find(configured: null).Path));
    }

    /// <summary>For chat services, which set a time limit for each request; connections are renewed so that changes of DNS are
    /// followed.</summary>
    internal static HttpClient CreateHttp() =>
        new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };

    private static LoggerFactory CreateLog(LogLevel level, TimeProvider time) =>
        new([new ErrorLogProvider(Console.Error, time)], new LoggerFilterOptions { MinLevel = level });
}
