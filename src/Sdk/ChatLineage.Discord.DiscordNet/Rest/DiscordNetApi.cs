using System.Collections.Concurrent;
using ChatLineage.Discord.DiscordNet.Incoming;
using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;
using Discord.Rest;
using Net = Discord;

namespace ChatLineage.Discord.DiscordNet.Rest;

/// <summary>What the bot asks of Discord, asked with Discord.Net's REST client.</summary>
/// <remarks>
/// Safe to use from several threads at once. Edits of one message are not put out of order when Discord.Net sends one again: each is awaited,
/// with its retries, before the next is made.
/// </remarks>
internal sealed class DiscordNetApi(DiscordRestClient rest, string token, OpenInteractions interactions) : IDiscordApi, IAsyncDisposable
{
    private const int MaxChannels = 1000;

    private readonly InteractionCalls _calls = new(interactions);
    private readonly ConcurrentDictionary<ulong, Net.IMessageChannel> _channels = [];
    private readonly SemaphoreSlim _login = new(1);

    /// <summary>Discord.Net does not send any.</summary>
    public bool KeepsNonces => false;

    public Task<Application> GetApplicationAsync(CancellationToken cancellationToken) => Calls.RepeatAsync(
        "The look at the application",
        async options =>
        {
            var application = await (await ClientAsync(cancellationToken)).GetCurrentBotInfoAsync(options);
            return new Application { Id = new Snowflake(application.Id), Name = application.Name, Flags = (int)application.Flags };
        },
        cancellationToken);

    public Task<User> GetUserAsync(CancellationToken cancellationToken) => Calls.RepeatAsync(
        "The look at the bot itself", async _ => ReadMessage.UserOf((await ClientAsync(cancellationToken)).CurrentUser), cancellationToken);

    public Task<Message> CreateMessageAsync(Snowflake channel, MessageContent message, IReadOnlyList<Upload> files, CancellationToken cancellationToken) => Calls.OnceAsync(
        "A message",
        async options =>
        {
            var place = await ChannelAsync(channel, cancellationToken);
            var (reference, components, flags) = (Written.Reference(message.MessageReference), Written.Components(message.Components), Written.Flags(message));
            using var sent = new SentFiles(message, files);
            var made = files.Count == 0
                ? await place.SendMessageAsync(message.Content, options: options, allowedMentions: Written.Nobody, messageReference: reference, components: components, flags: flags)
                : await place.SendFilesAsync(sent.Files, message.Content, options: options, allowedMentions: Written.Nobody, messageReference: reference, components: components, flags: flags);
            return ReadMessage.Of(made, channel.Value);
        },
        cancellationToken);

    public Task<Message> EditMessageAsync(Snowflake channel, Snowflake id, MessageContent message, IReadOnlyList<Upload> files, CancellationToken cancellationToken) =>
        Calls.RepeatAsync("The edit of a message", options => EditAsync(channel, id, message, files, options, cancellationToken), cancellationToken);

    public Task<bool> TryEditMessageAsync(Snowflake channel, Snowflake id, MessageContent message, CancellationToken cancellationToken) =>
        Calls.TryAsync("The edit of a message", options => EditAsync(channel, id, message, [], options, cancellationToken), cancellationToken);

    public Task DeleteMessageAsync(Snowflake channel, Snowflake id, CancellationToken cancellationToken) => Calls.RepeatAsync(
        "The removal of a message", async options => await (await ChannelAsync(channel, cancellationToken)).DeleteMessageAsync(id.Value, options), cancellationToken);

    public Task TypeAsync(Snowflake channel, CancellationToken cancellationToken) => Calls.RepeatAsync(
        "The sign of typing", async options => await (await ChannelAsync(channel, cancellationToken)).TriggerTypingAsync(options), cancellationToken);

    public Task<Message[]> GetMessagesAfterAsync(Snowflake channel, Snowflake message, CancellationToken cancellationToken) => Calls.RepeatAsync(
        "The look for an earlier reply",
        async options =>
        {
            var place = await ChannelAsync(channel, cancellationToken);
            var found = new List<Message>();
            await foreach (var page in place.GetMessagesAsync(message.Value, Net.Direction.After, Net.DiscordConfig.MaxMessagesPerBatch, options: options).WithCancellation(cancellationToken))
                found.AddRange(page.Select(each => ReadMessage.Of(each, channel.Value)));
            return found.ToArray();
        },
        cancellationToken);

    public Task<Channel> OpenDirectAsync(Snowflake user, CancellationToken cancellationToken) => Calls.RepeatAsync(
        "Opening a direct conversation",
        async options =>
        {
            var person = await (await ClientAsync(cancellationToken)).GetUserAsync(user.Value, options);
            return ReadMessage.ChannelOf(await person.CreateDMChannelAsync(options));
        },
        cancellationToken);

    public Task RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellationToken) => _calls.RespondAsync(interaction, response, cancellationToken);

    public Task<Message> EditResponseAsync(Interaction interaction, MessageContent message, IReadOnlyList<Upload> files, CancellationToken cancellationToken) =>
        _calls.EditAsync(interaction, message, files, cancellationToken);

    public Task<bool> TryEditResponseAsync(Interaction interaction, MessageContent message, CancellationToken cancellationToken) => _calls.TryEditAsync(interaction, message, cancellationToken);

    public Task DeleteResponseAsync(Interaction interaction, CancellationToken cancellationToken) => _calls.DeleteAsync(interaction, cancellationToken);

    public Task<Message> FollowUpAsync(Interaction interaction, MessageContent message, IReadOnlyList<Upload> files, CancellationToken cancellationToken) =>
        _calls.FollowUpAsync(interaction, message, files, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _login.Dispose();
        await rest.DisposeAsync();
    }

    private async Task<Message> EditAsync(
        Snowflake channel, Snowflake id, MessageContent message, IReadOnlyList<Upload> files, Net.RequestOptions options, CancellationToken cancellationToken)
    {
        var place = await ChannelAsync(channel, cancellationToken);
        using var sent = new SentFiles(message, files);
        return ReadMessage.Of(await place.ModifyMessageAsync(id.Value, made => Written.Into(made, message, sent.Files), options), channel.Value);
    }

    /// <summary>The client, logged in. It asks Discord who the bot is, so it waits for the first request.</summary>
    private async Task<DiscordRestClient> ClientAsync(CancellationToken cancellationToken)
    {
        await _login.WaitAsync(cancellationToken);
        try
        {
            if (rest.LoginState != Net.LoginState.LoggedIn)
                await rest.LoginAsync(Net.TokenType.Bot, token, validateToken: false);
            return rest;
        }
        finally
        {
            _login.Release();
        }
    }

    private async Task<Net.IMessageChannel> ChannelAsync(Snowflake id, CancellationToken cancellationToken)
    {
        if (_channels.TryGetValue(id.Value, out var known))
            return known;
        var client = await ClientAsync(cancellationToken);
        var found = await Calls.RepeatAsync("The look at a channel", async options => await client.GetChannelAsync(id.Value, options), cancellationToken) as Net.IMessageChannel
            ?? throw new DiscordRestException($"Channel {id} is none that can be written to.", System.Net.HttpStatusCode.NotFound, 0);
        if (_channels.Count >= MaxChannels)
            _channels.Clear();
        return _channels[id.Value] = found;
    }
}
