using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Transport;
using ChatLineage.Discord.Actions;
using ChatLineage.Discord.Protocol.Gateway;
using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Discord.Incoming;

/// <summary>Hands on what happens on Discord: questions and commands to the inbox in their order, everything else beside it.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed partial class EventRouter(IDiscordApi api, IInbox inbox, BackgroundWork work, TimeProvider time, ILogger logger)
{
    private const string NotHere = "I don't answer here.";
    private const string UnknownCommand = "I don't know that command any more. Discord shows the new ones in a while.";
    private const string Broken = "Something broke on my side. Please try again.";

    private readonly ThreadBook _threads = new();
    private readonly OwnRoles _roles = new();
    private ulong _bot;

    // 0 until a session began, which says who the bot is.
    private Snowflake Bot => new(Interlocked.Read(ref _bot));

    private MessageReader Messages => new(_threads, _roles, time);

    private InteractionReader Interactions => new(_threads, time);

    /// <summary>Takes one event. What goes wrong with it is logged, and the next can come.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask HandleAsync(GatewayEvent happened, CancellationToken cancellationToken)
    {
        try
        {
            await TakeAsync(happened, cancellationToken);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            Failed(logger, happened.GetType().Name, broken);
        }
    }

    private async ValueTask TakeAsync(GatewayEvent happened, CancellationToken cancellationToken)
    {
        switch (happened)
        {
            case GatewayEvent.Ready ready:
                Interlocked.Exchange(ref _bot, ready.User.Id.Value);
                Connected(logger, ready.User.Username, ready.User.Id);
                break;
            case GatewayEvent.GuildSeen seen:
                Array.ForEach(seen.Guild.Threads, _threads.Note);
                Array.ForEach(seen.Guild.Roles, role => _roles.Note(role, Bot));
                break;
            case GatewayEvent.RoleSeen seen:
                _roles.Note(seen.Role, Bot);
                break;
            case GatewayEvent.ThreadSeen seen:
                _threads.Note(seen.Thread);
                break;
            case GatewayEvent.ThreadDeleted deleted:
                _threads.Forget(deleted.ThreadId);
                break;
            case GatewayEvent.MessageCreated created when Bot is { Value: > 0 } bot && Messages.Read(created.Message, bot) is { } message:
                await inbox.ReceiveAsync(message, cancellationToken);
                break;
            case GatewayEvent.MessageDeleted deleted:
                Withdraw(deleted.MessageId);
                break;
            case GatewayEvent.MessagesDeleted deleted:
                Array.ForEach(deleted.MessageIds, Withdraw);
                break;
            case GatewayEvent.InteractionCreated created:
                await TakeAsync(created.Interaction, cancellationToken);
                break;
        }
    }

    private void Withdraw(Snowflake message) => inbox.Withdraw(DiscordPlatform.PlatformName, message.ToString());

    private async ValueTask TakeAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        switch (interaction.Type)
        {
            case InteractionType.Command:
                await TakeCommandAsync(interaction, cancellationToken);
                break;
            case InteractionType.Autocomplete:
                var choices = Choices(inbox.Suggest(InteractionReader.Typed(interaction), CommandChoice.MaxCount));
                Respond(interaction, InteractionResponse.Choices(choices), cancellationToken);
                break;
            case InteractionType.Component or InteractionType.ModalSubmit:
                var actions = new ActionHandler(api, Interactions, time, logger);
                work.Start("the response to a button", token => actions.HandleAsync(interaction, inbox, token), cancellationToken);
                break;
        }
    }

    private async ValueTask TakeCommandAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (Interactions.Read(interaction) is not { } message)
        {
            Respond(interaction, InteractionResponse.Whisper(UnknownCommand), cancellationToken);
            return;
        }

        try
        {
            if (await inbox.ReceiveAsync(message, cancellationToken) == Receipt.Ignored)
                Respond(interaction, InteractionResponse.Whisper(NotHere), cancellationToken);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // Without a response Discord would only show that the application did not answer.
            Respond(interaction, InteractionResponse.Whisper(Broken), cancellationToken);
            throw;
        }
    }

    private void Respond(Interaction interaction, InteractionResponse response, CancellationToken cancellationToken) =>
        work.Start("a response", token => api.RespondAsync(interaction, response, token), cancellationToken);

    private static IEnumerable<CommandChoice> Choices(IEnumerable<string> names) =>
        names.Where(name => name.Length is > 0 and <= CommandChoice.MaxLength).Distinct().Select(name => new CommandChoice(name, name));

    [LoggerMessage(Level = LogLevel.Information, Message = "Connected to Discord as {Name} ({Id}).")]
    private static partial void Connected(ILogger logger, string? name, Snowflake id);

    [LoggerMessage(Level = LogLevel.Error, Message = "An event of Discord ({Event}) could not be handled.")]
    private static partial void Failed(ILogger logger, string @event, Exception exception);
}
