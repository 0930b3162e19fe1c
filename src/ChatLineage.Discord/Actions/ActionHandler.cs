using ChatLineage.Chat.Platforms;
using ChatLineage.Discord.Incoming;
using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;
using ChatLineage.Discord.Replies;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Discord.Actions;

/// <summary>Answers presses of buttons and forms that were sent.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed partial class ActionHandler(IDiscordApi api, InteractionReader reader, TimeProvider time, ILogger logger)
{
    private const string Unknown = "That button is of an older version of me. Please ask again.";
    private const string Broken = "Something broke on my side. Please try again.";

    /// <summary>Does what a button or form says, and shows the outcome.</summary>
    /// <exception cref="DiscordRestException">Discord refused the response.</exception>
    public async Task HandleAsync(Interaction interaction, IInbox inbox, CancellationToken cancellationToken)
    {
        if (interaction.Actor is not { } actor || AnswerButtons.Read(interaction.Data?.CustomId) is not var (action, answerId))
        {
            await api.RespondAsync(interaction, InteractionResponse.Whisper(Unknown), cancellationToken);
            return;
        }

        if (interaction.Type == InteractionType.Component && ReasonForm.For(action, interaction.Data!.CustomId!) is { } form)
        {
            await api.RespondAsync(interaction, form, cancellationToken);
            return;
        }

        // A picture is for the channel; everything else is between the bot and who pressed the button.
        var isPrivate = action != AnswerAction.Picture;
        await api.RespondAsync(interaction, InteractionResponse.Defer(isPrivate), cancellationToken);
        var pressed = new IncomingAction(interaction.Id.ToString(), DiscordPlatform.PlatformName, actor.Id.ToString(), action, answerId, time.GetUtcNow())
        {
            Comment = ReasonForm.Read(interaction),
            Place = reader.PlaceOf(interaction),
        };
        await ShowAsync(interaction, await ActAsync(pressed, inbox, cancellationToken), isPrivate, cancellationToken);
    }

    private async Task<Reply> ActAsync(IncomingAction pressed, IInbox inbox, CancellationToken cancellationToken)
    {
        try
        {
            return await inbox.ActAsync(pressed, cancellationToken);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            Failed(logger, pressed.Action, pressed.Id, broken);
            return new Reply(Broken) { Audience = Audience.Asker };
        }
    }

    private async Task ShowAsync(Interaction interaction, Reply reply, bool isPrivate, CancellationToken cancellationToken)
    {
        var parts = ReplyPart.Of(reply);
        var audience = reply.Audience == Audience.Asker ? MessageContent.Ephemeral : 0;
        var first = 0;
        if ((reply.Audience == Audience.Asker) == isPrivate)
        {
            await api.EditResponseAsync(interaction, parts[0].Content, parts[0].Files, cancellationToken);
            first = 1;
        }
        else
        {
            // Who sees a response is settled when it begins, so one for others takes its place.
            await api.DeleteResponseAsync(interaction, cancellationToken);
        }

        foreach (var part in parts[first..])
            await api.FollowUpAsync(interaction, part.Content with { Flags = part.Content.Flags | audience }, part.Files, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The button {Action}, pressed in interaction {Id}, failed.")]
    private static partial void Failed(ILogger logger, AnswerAction action, string id, Exception exception);
}
