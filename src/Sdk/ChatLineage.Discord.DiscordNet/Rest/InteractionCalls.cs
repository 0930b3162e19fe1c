using System.Net;
using ChatLineage.Discord.DiscordNet.Incoming;
using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;
using Discord.WebSocket;
using Net = Discord;

namespace ChatLineage.Discord.DiscordNet.Rest;

/// <summary>Responses to interactions, through the objects that brought them.</summary>
internal sealed class InteractionCalls(OpenInteractions interactions)
{
    /// <summary>Responds for the first time. A response that arrived although its answer got lost counts as done.</summary>
    public async Task RespondAsync(Interaction interaction, InteractionResponse response, CancellationToken cancellationToken)
    {
        var open = interactions.Get(interaction.Id);
        if (open.HasResponded)
            return;
        try
        {
            await Calls.OnceAsync("A response to an interaction", options => RespondAsync(open, response, options), cancellationToken);
        }
        catch (DiscordRestException refused) when (refused.Code == DiscordApi.AlreadyAcknowledged)
        {
            // Sent twice because the first answer did not come through: the asker has seen it.
        }
    }

    public Task<Message> EditAsync(Interaction interaction, MessageContent message, IReadOnlyList<Upload> files, CancellationToken cancellationToken) =>
        Calls.RepeatAsync("The edit of a response", options => EditAsync(interactions.Get(interaction.Id), message, files, options), cancellationToken);

    /// <summary>As <see cref="EditAsync(Interaction, MessageContent, IReadOnlyList{Upload}, CancellationToken)"/>, if the limits leave room for it; false when they do not.</summary>
    public Task<bool> TryEditAsync(Interaction interaction, MessageContent message, CancellationToken cancellationToken) =>
        Calls.TryAsync("The edit of a response", options => EditAsync(interactions.Get(interaction.Id), message, [], options), cancellationToken);

    public Task DeleteAsync(Interaction interaction, CancellationToken cancellationToken) =>
        Calls.RepeatAsync("The removal of a response", options => interactions.Get(interaction.Id).DeleteOriginalResponseAsync(options), cancellationToken);

    /// <summary>Adds a message after the first response.</summary>
    public Task<Message> FollowUpAsync(Interaction interaction, MessageContent message, IReadOnlyList<Upload> files, CancellationToken cancellationToken) => Calls.OnceAsync(
        "A further response",
        async options =>
        {
            var open = interactions.Get(interaction.Id);
            ThrowWhenOver(open);
            var (hidden, components) = (Written.IsEphemeral(message.Flags), Written.Components(message.Components));
            using var sent = new SentFiles(message, files);
            var made = files.Count == 0
                ? await open.FollowupAsync(message.Content, ephemeral: hidden, allowedMentions: Written.Nobody, components: components, options: options)
                : await open.FollowupWithFilesAsync(sent.Files, message.Content, ephemeral: hidden, allowedMentions: Written.Nobody, components: components, options: options);
            return ReadMessage.Of(made, open.ChannelId ?? 0);
        },
        cancellationToken);

    private static async Task<Message> EditAsync(SocketInteraction open, MessageContent message, IReadOnlyList<Upload> files, Net.RequestOptions options)
    {
        ThrowWhenOver(open);
        using var sent = new SentFiles(message, files);
        return ReadMessage.Of(await open.ModifyOriginalResponseAsync(made => Written.Into(made, message, sent.Files), options), open.ChannelId ?? 0);
    }

    private static Task RespondAsync(SocketInteraction open, InteractionResponse response, Net.RequestOptions options)
    {
        ThrowWhenOver(open);
        var hidden = Written.IsEphemeral(response.Data?.Flags);
        return (response.Type, open) switch
        {
            // Of a button or form, DeferAsync would only confirm the press.
            (InteractionResponseType.DeferredMessage, SocketMessageComponent pressed) => pressed.DeferLoadingAsync(hidden, options),
            (InteractionResponseType.DeferredMessage, SocketModal sent) => sent.DeferLoadingAsync(hidden, options),
            (InteractionResponseType.DeferredMessage or InteractionResponseType.DeferredUpdate, _) => open.DeferAsync(hidden, options),
            (InteractionResponseType.Autocomplete, SocketAutocompleteInteraction typing) =>
                typing.RespondAsync((response.Data?.Choices ?? []).Select(choice => new Net.AutocompleteResult(choice.Name, choice.Value)), options),
            (InteractionResponseType.Modal, _) => open.RespondWithModalAsync(Written.Form(response.Data!), options),
            (InteractionResponseType.Message, _) => open.RespondAsync(response.Data?.Content, ephemeral: hidden, allowedMentions: Written.Nobody, options: options),
            _ => throw new ArgumentOutOfRangeException(nameof(response), response.Type, "There is no such response to this interaction."),
        };
    }

    /// <summary>Discord.Net would throw an InvalidOperationException that says nothing about Discord.</summary>
    private static void ThrowWhenOver(SocketInteraction open)
    {
        if (!open.IsValidToken)
            throw new DiscordRestException($"Interaction {open.Id} is not open any more.", HttpStatusCode.NotFound, OpenInteractions.UnknownInteraction);
    }
}
