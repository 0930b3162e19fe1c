using System.Text.Json;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Transport;
using ChatLineage.Slack.Protocol.WebApi;
using ChatLineage.Testing.Chat;
using ChatLineage.Testing.Slack;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Slack.Tests;

/// <summary>The platform, a workspace for it, and somebody who asks.</summary>
internal sealed class SlackStage : PlatformStage
{
    public const string Asker = "U1";
    public const string Direct = "D1";
    public const string General = "C1";

    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly ScriptedSlack _slack;
    private readonly Dictionary<string, string> _asked = [];
    private int _last;

    private SlackStage(ScriptedSlack slack, TimeProvider time)
    {
        _slack = slack;
        Workspace = new SlackWorkspace(slack);
        Workspace.Changed += NoteChange;
        Feed = new SlackFeed(slack);
        Options = new SlackOptions { BotToken = "xoxb-bot", AppToken = "xapp-app", ApiAddress = slack.ApiAddress, Connections = 1 };
        Time = time;
        Platform = NewPlatform();
    }

    public SlackWorkspace Workspace { get; }

    public SlackFeed Feed { get; }

    public SlackOptions Options { get; }

    public TimeProvider Time { get; }

    public ScriptedSlack Slack => _slack;

    public override IChatPlatform Platform { get; }

    public override string Visible => Workspace.VisibleTo(Asker);

    public override string VisibleToOthers => Workspace.VisibleTo("U2", General);

    public override string ChannelId => "C9";

    public static SlackStage Open(TimeProvider? time = null) => new(ScriptedSlack.Start(), time ?? TimeProvider.System);

    /// <summary>Another run of the program.</summary>
    /// <remarks>
    /// Without a time limit for a call: on a machine that stands still for so long, a post that was given up would be taken after it had been
    /// looked for and sent again. What comes of the limit, tests of the client show with a clock of their own.
    /// </remarks>
    public SlackPlatform NewPlatform()
    {
        var settings = new WebApiSettings(Options.BotToken!, Options.AppToken)
        {
            BaseAddress = Options.ApiAddress,
            TryLimit = Timeout.InfiniteTimeSpan,
        };
        var api = new SlackApi(new WebApiClient(_http, settings, Time, () => 0.5, NullLogger.Instance));
        return new SlackPlatform(Options, api, ClientWebSocketConnector.WithoutPings, Time, NullLogger.Instance);
    }

    public override void Ask(string text) => AskIn(Direct, text);

    /// <summary>Asks somewhere; gives the id of the message.</summary>
    public string AskIn(string channel, string text, string? thread = null, string type = "message")
    {
        var ts = Workspace.Write(channel, Asker, text, thread);
        _asked[text] = $"{channel}/{ts}";
        Feed.DeliverEvent(EventOf(channel, ts, text, thread, type));
        return ts;
    }

    public static string EventOf(string channel, string ts, string text, string? thread = null, string type = "message") =>
        JsonSerializer.Serialize(new
        {
            type,
            channel,
            channel_type = channel[0] == 'D' ? "im" : "channel",
            user = Asker,
            team = SlackWorkspace.Team,
            text,
            ts,
            thread_ts = thread,
        });

    public override void AskInPrivate(string text) => Command($"ask {text}");

    /// <summary>Types a command in the general channel.</summary>
    public void Command(string text) => Feed.Deliver("slash_commands", JsonSerializer.Serialize(new
    {
        command = "/lineage",
        text,
        user_id = Asker,
        team_id = SlackWorkspace.Team,
        channel_id = General,
        trigger_id = $"trigger{++_last}",
        response_url = Workspace.ResponseUrl(General, Asker),
    }));

    public override void Withdraw(string question)
    {
        var parts = _asked[question].Split('/');
        Feed.DeliverEvent(JsonSerializer.Serialize(new { type = "message", subtype = "message_deleted", channel = parts[0], hidden = true, deleted_ts = parts[1] }));
    }

    public override async Task PressAsync(AnswerAction action, string comment)
    {
        var message = Workspace.Replies.Last(reply => reply.Buttons.Count > 0);
        var forms = _slack.CallsOf("views.open").Count;
        Press(message, $"answer:{action}");
        if (action is not (AnswerAction.NotUseful or AnswerAction.AskMaintainer))
            return;
        await _slack.CallAsync(call => call.Method == "views.open" && _slack.CallsOf("views.open").Count > forms);
        Submit(comment);
    }

    /// <summary>The latest press, as it was delivered.</summary>
    public string? LatestInteraction { get; private set; }

    /// <summary>Presses a button of a message.</summary>
    public void Press(SlackMessage message, string actionId) => Feed.Deliver("interactive", LatestInteraction = JsonSerializer.Serialize(new
    {
        type = "block_actions",
        user = new { id = Asker },
        team = new { id = SlackWorkspace.Team },
        channel = new { id = message.Channel },
        trigger_id = $"trigger{++_last}",
        response_url = Workspace.ResponseUrl(message.Channel, Asker),
        container = new { message_ts = message.Ts, thread_ts = message.Thread, is_ephemeral = message.OnlyFor is not null },
        actions = new[] { new { action_id = actionId, value = message.Buttons[actionId], action_ts = $"{++_last}.1" } },
    }));

    /// <summary>Sends the form that is open.</summary>
    public void Submit(string comment) => Feed.Deliver("interactive", JsonSerializer.Serialize(new
    {
        type = "view_submission",
        user = new { id = Asker },
        team = new { id = SlackWorkspace.Team },
        view = new
        {
            id = $"V{++_last}",
            callback_id = Workspace.View.GetProperty("callback_id").GetString(),
            private_metadata = Workspace.View.GetProperty("private_metadata").GetString(),
            state = new { values = new { comment = new { text = new { type = "plain_text_input", value = comment } } } },
        },
    }));

    public override async ValueTask DisposeAsync()
    {
        await Feed.DisposeAsync();
        await _slack.DisposeAsync();
        _http.Dispose();
        await base.DisposeAsync();
    }
}
