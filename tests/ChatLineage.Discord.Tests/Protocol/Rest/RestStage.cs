using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;
using ChatLineage.Testing;
using ChatLineage.Testing.Discord;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatLineage.Discord.Tests.Protocol.Rest;

/// <summary>A REST client and a scripted Discord for it.</summary>
internal sealed class RestStage : IAsyncDisposable
{
    public const string MessageJson = """{"id":"100","channel_id":"20"}""";

    public static readonly Snowflake Channel = new(20);

    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Queue<RestAnswer> _answers = new();

    private RestStage(ScriptedDiscord discord)
    {
        Discord = discord;
        discord.Rest = call =>
        {
            lock (_answers)
                return _answers.Count > 0 ? _answers.Dequeue() : RestAnswer.Ok(MessageJson);
        };
        var settings = new RestSettings("token") { BaseAddress = discord.RestAddress };
        Api = new DiscordApi(new RestClient(_http, settings, Time, () => 0.5, NullLogger.Instance));
    }

    public ScriptedDiscord Discord { get; }

    public SteppedTime Time { get; } = new();

    public DiscordApi Api { get; }

    public static Interaction Interaction { get; } =
        new() { Id = new Snowflake(55), ApplicationId = new Snowflake(7), Type = InteractionType.Command, Token = "secret-token" };

    public static async Task<RestStage> OpenAsync(params RestAnswer[] answers)
    {
        var stage = new RestStage(await ScriptedDiscord.StartAsync());
        foreach (var answer in answers)
            stage._answers.Enqueue(answer);
        return stage;
    }

    /// <summary>Sends a message; a nonce makes it one that may be sent again.</summary>
    public Task<Message> SayAsync(string text, Snowflake? channel = null, string? nonce = "n1") =>
        Api.CreateMessageAsync(channel ?? Channel, new MessageContent { Content = text, Nonce = nonce, EnforceNonce = nonce is null ? null : true }, [], CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Discord.DisposeAsync();
    }
}
