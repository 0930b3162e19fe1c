using ChatLineage.Chat.Platforms;
using ChatLineage.Testing.Slack;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Slack.SlackNet.Tests.SocketMode;

/// <summary>A Slack whose connections a test holds in its own hands.</summary>
internal sealed class SocketWire : IAsyncDisposable
{
    private readonly TimeProvider _time;

    public SocketWire(TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        Slack.Api = Known;
    }

    public ScriptedSlack Slack { get; } = ScriptedSlack.Start();

    public static ApiAnswer? Known(ApiCall call) => call.Method == "auth.test"
        ? ApiAnswer.Ok("""
            "team":"Team","team_id":"T1","user":"chatlineage","user_id":"U0BOT"
            """)
        : null;

    /// <summary>The event of a mention in a channel.</summary>
    public static string Mention(string ts) =>
        $$$"""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"app_mention","channel":"C1","user":"U1","text":"<@U0BOT> Hello?","ts":"{{{ts}}}"}}""";

    /// <summary>Starts the platform.</summary>
    /// <param name="store">What storing a message does.</param>
    public SocketRun Run(Func<IncomingMessage, Task> store)
    {
        var options = new SlackOptions { BotToken = "xoxb-bot", AppToken = "xapp-app", ApiAddress = Slack.ApiAddress, Connections = 1 };
        return new SocketRun(Slack, new SlackNetPlatform(options, _time, NullLogger<SlackNetPlatform>.Instance), store);
    }

    public ValueTask DisposeAsync() => Slack.DisposeAsync();
}
