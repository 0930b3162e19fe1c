using ChatLineage.Chat;
using ChatLineage.Chat.Dispatch;
using ChatLineage.Chat.Storage;
using ChatLineage.Testing;
using ChatLineage.Testing.Answers;
using ChatLineage.Testing.Slack;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Slack.Tests;

/// <summary>Slack with the whole chat core behind it, which can be stopped and started again over the same memory.</summary>
internal sealed class AnsweredStage : IAsyncDisposable
{
    public const string Answer = "StableLM came out on 19 April 2023";

    private readonly ChatMemory _memory = new();
    private CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public AnsweredStage(ScriptedAnswerer? answerer = null, TimeProvider? time = null)
    {
        Answerer = answerer ?? new ScriptedAnswerer(AnswerBuilder.StableLM);
        Slack = SlackStage.Open(time);
    }

    public SlackStage Slack { get; }

    public SlackWorkspace Workspace => Slack.Workspace;

    public ScriptedAnswerer Answerer { get; set; }

    /// <summary>The replies that hold the answer.</summary>
    public IEnumerable<SlackMessage> Answers => Workspace.Replies.Where(reply => reply.Shown.Contains(Answer, StringComparison.Ordinal));

    /// <summary>Starts the program.</summary>
    public AnsweredStage Start()
    {
        _stop = new CancellationTokenSource();
        var options = new ChatOptions { ShutdownGrace = TimeSpan.Zero };
        var dispatcher = new Dispatcher(Answerer, _memory, options, Slack.Time, NullLogger<Dispatcher>.Instance);
        _running = dispatcher.RunAsync([Slack.NewPlatform()], _stop.Token);
        return this;
    }

    /// <summary>Stops the program.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_running).WaitAsync(Patience.Limit);
    }

    /// <summary>Waits until nothing more is owed.</summary>
    public async Task SettledAsync()
    {
        using var limit = new CancellationTokenSource(Patience.Limit);
        while (!(await _memory.ReadUnsettledAsync(limit.Token)).IsEmpty)
            await Task.Yield();
    }

    /// <summary>Asks in the general channel by a mention, and waits until it is answered.</summary>
    public async Task<SlackMessage> AskAsync()
    {
        Slack.AskIn(SlackStage.General, $"<@{SlackWorkspace.Bot}> When did StableLM come out?", type: "app_mention");
        await Slack.UntilVisibleAsync(Answer);
        await SettledAsync();
        return Answers.Last();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Slack.DisposeAsync();
    }
}
