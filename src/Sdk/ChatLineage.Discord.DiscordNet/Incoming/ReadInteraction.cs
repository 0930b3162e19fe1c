using System.Text.Json;
using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;
using Discord.WebSocket;

namespace ChatLineage.Discord.DiscordNet.Incoming;

/// <summary>Turns Discord.Net's interactions into those that ChatLineage.Discord reads.</summary>
internal static class ReadInteraction
{
    public static Interaction Of(SocketInteraction interaction)
    {
        var channel = interaction.InteractionChannel;
        return new Interaction
        {
            Id = new Snowflake(interaction.Id),
            ApplicationId = new Snowflake(interaction.ApplicationId),
            Type = (InteractionType)(int)interaction.Type,
            Token = interaction.Token,
            GuildId = interaction.GuildId is { } guild ? new Snowflake(guild) : null,
            ChannelId = interaction.ChannelId is { } id ? new Snowflake(id) : channel is null ? null : new Snowflake(channel.Id),
            Channel = channel is null ? null : ReadMessage.ChannelOf(channel),
            Member = ReadMessage.MemberOf(interaction.User),
            User = ReadMessage.UserOf(interaction.User),
            Data = DataOf(interaction),
        };
    }

    private static InteractionData? DataOf(SocketInteraction interaction) => interaction switch
    {
        SocketSlashCommand command => new InteractionData
        {
            Name = command.CommandName,
            Type = CommandType.ChatInput,
            Options = [.. command.Data.Options.Select(option => Option(option.Name, option.Value, focused: false))],
        },
        SocketMessageCommand { Data.Message: { } target } command => new InteractionData
        {
            Name = command.CommandName,
            Type = CommandType.Message,
            TargetId = new Snowflake(target.Id),
            Resolved = new ResolvedData { Messages = { [$"{target.Id}"] = ReadMessage.Of(target, command.ChannelId ?? 0) } },
        },
        SocketAutocompleteInteraction typing => new InteractionData
        {
            Name = typing.Data.CommandName,
            Type = CommandType.ChatInput,
            Options = [.. typing.Data.Options.Select(option => Option(option.Name, option.Value, option.Focused))],
        },
        SocketMessageComponent pressed => new InteractionData { CustomId = pressed.Data.CustomId },
        SocketModal sent => new InteractionData
        {
            CustomId = sent.Data.CustomId,
            Components = [.. sent.Data.Components.Select(field => new Component { Type = Component.TextInputType, CustomId = field.CustomId, Value = field.Value })],
        },
        _ => null,
    };

    private static InteractionOption Option(string name, object? value, bool focused) => new()
    {
        Name = name,
        Value = value switch
        {
            bool answer => JsonSerializer.SerializeToElement(answer),
            string text => JsonSerializer.SerializeToElement(text),
            _ => null,
        },
        Focused = focused,
    };
}
