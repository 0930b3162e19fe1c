using ChatLineage.Slack.Protocol.WebApi;
using ChatLineage.Testing;
using ChatLineage.Testing.Slack;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Slack.Tests.Protocol.WebApi;

/// <summary>A client of the Web API and a scripted Slack for it.</summary>
internal sealed class ApiStage : IAsyncDisposable
{
    /// <summary>Like no other wait, so that a test can tell it apart.</summary>
    public static readonly TimeSpan TryLimit = TimeSpan.FromSeconds(21);

    public static readonly MessageTarget Thread = new("C1", "100.1");

    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Queue<ApiAnswer> _answers = new();

    private ApiStage(ScriptedSlack slack)
    {
        Slack = slack;
        slack.Api = _ =>
        {
            lock (_answers)
                return _answers.Count > 0 ? _answers.Dequeue() : ApiAnswer.Ok("\"ts\":\"200.1\"");
        };
        Settings = new WebApiSettings("xoxb-bot", "xapp-app") { BaseAddress = slack.ApiAddress, TryLimit = TryLimit };
        Api = new SlackApi(new WebApiClient(_http, Settings, Time, () => 0.5, NullLogger.Instance));
    }

    public ScriptedSlack Slack { get; }

    public WebApiSettings Settings { get; }

    public SteppedTime Time { get; } = new();

    public SlackApi Api { get; }

    public static ApiStage Open(params ApiAnswer[] answers)
    {
        var stage = new ApiStage(ScriptedSlack.Start());
        foreach (var answer in answers)
            stage._answers.Enqueue(answer);
        return stage;
    }

    public Task<string> PostAsync(string channel = "C1") =>
        Api.PostAsync(new MessageTarget(channel, "100.1"), new MessageBody("hi", []), CancellationToken.None);

    public Task UpdateAsync() => Api.UpdateAsync("C1", "200.1", new MessageBody("hi", []), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Slack.DisposeAsync();
    }
}
