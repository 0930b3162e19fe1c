using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Protocol.Interactions;

/// <summary>The first response to an interaction.</summary>
internal sealed record InteractionResponse
{
    public required InteractionResponseType Type { get; init; }

    public InteractionResponseData? Data { get; init; }

    /// <summary>Answers the check of an HTTP endpoint.</summary>
    public static InteractionResponse Pong { get; } = new() { Type = InteractionResponseType.Pong };

    /// <summary>Acknowledges a button; nothing is shown.</summary>
    public static InteractionResponse Acknowledge { get; } = new() { Type = InteractionResponseType.DeferredUpdate };

    /// <summary>Shows that the bot is thinking; the answer is edited in.</summary>
    public static InteractionResponse Defer(bool ephemeral) => new()
    {
        Type = InteractionResponseType.DeferredMessage,
        Data = ephemeral ? new InteractionResponseData { Flags = MessageContent.Ephemeral } : null,
    };

    /// <summary>A message for the asker alone.</summary>
    public static InteractionResponse Whisper(string text) => new()
    {
        Type = InteractionResponseType.Message,
        Data = new InteractionResponseData { Content = text, Flags = MessageContent.Ephemeral, AllowedMentions = AllowedMentions.Nobody },
    };

    /// <summary>Choices for what is being typed; at most 25 are sent.</summary>
    public static InteractionResponse Choices(IEnumerable<CommandChoice> choices) => new()
    {
        Type = InteractionResponseType.Autocomplete,
        Data = new InteractionResponseData { Choices = [.. choices.Take(CommandChoice.MaxCount)] },
    };

    /// <summary>A form.</summary>
    public static InteractionResponse Modal(string customId, string title, params Component[] components) => new()
    {
        Type = InteractionResponseType.Modal,
        Data = new InteractionResponseData { CustomId = customId, Title = title, Components = components },
    };
}
