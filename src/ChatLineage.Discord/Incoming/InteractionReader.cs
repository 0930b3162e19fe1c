using ChatLineage.Chat.Commands;
using ChatLineage.Chat.Platforms;
using ChatLineage.Discord.Commands;
using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Replies;

namespace ChatLineage.Discord.Incoming;

/// <summary>Reads commands: what is asked with them.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class InteractionReader(ThreadBook threads, TimeProvider time)
{
    /// <summary>What a command asks; null for one that is not known or lacks a value, such as a command of an older version.</summary>
    public IncomingMessage? Read(Interaction interaction)
    {
        if (interaction is not { Data: { } data, Actor: { } actor, ChannelId: { } channel } || RequestOf(data) is not { } asked)
            return null;
        var isPrivate = data.Type == CommandType.Message || Array.Exists(data.Options, option => option.Name == CommandSet.PrivateOption && option.IsTrue);
        return new IncomingMessage(
            interaction.Id.ToString(),
            MessageReader.Conversation(interaction.GuildId, channel, IsThread(interaction), actor.Id),
            actor.Id.ToString(),
            asked.Text,
            time.GetUtcNow())
        {
            Request = asked.Request,
            Trigger = Trigger.Command,
            Place = PlaceOf(interaction),
            WantsPrivacy = isPrivate,
            ReplyAddress = ReplyAddress.Of(interaction, actor.Id).ToText(),
        };
    }

    /// <summary>Where something was pressed or asked.</summary>
    public Place? PlaceOf(Interaction interaction)
    {
        if (interaction.ChannelId is not { } channel)
            return null;
        var parent = interaction.Channel is { IsThread: true } thread ? thread.ParentId : threads.ParentOf(channel);
        return new Place(interaction.GuildId?.ToString(), (parent ?? channel).ToString(), [.. (interaction.Member?.Roles ?? []).Select(role => role.ToString())]);
    }

    /// <summary>What is being typed into a parameter that names an entity.</summary>
    public static string Typed(Interaction interaction) =>
        Array.Find(interaction.Data?.Options ?? [], option => option.Focused)?.Text ?? "";

    private static CommandRequest? RequestOf(InteractionData data)
    {
        if (data.Type == CommandType.Message)
        {
            return data.TargetId is { } target && data.Resolved?.Messages.GetValueOrDefault(target.ToString()) is { } claim
                ? new CommandRequest(Request.Check, PlainText.Strip(claim.Content))
                : null;
        }

        var values = data.Options.Where(option => option.Text.Length > 0).DistinctBy(option => option.Name).ToDictionary(option => option.Name, option => option.Text);
        return ChatCommands.Find(data.Name ?? "")?.Ask(values);
    }

    private bool IsThread(Interaction interaction) =>
        interaction.Channel is { IsThread: true } || (interaction.ChannelId is { } channel && threads.ParentOf(channel) is not null);
}
