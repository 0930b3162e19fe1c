using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;
using Net = Discord;

namespace ChatLineage.Discord.DiscordNet.Rest;

/// <summary>Turns what ChatLineage.Discord writes into what Discord.Net sends.</summary>
internal static class Written
{
    /// <summary>Nobody is pinged. <see cref="Net.AllowedMentions.None"/> would leave it open whether the author of the question is.</summary>
    public static Net.AllowedMentions Nobody => new(Net.AllowedMentionTypes.None) { MentionRepliedUser = false };

    public static Net.MessageFlags Flags(MessageContent content) => (Net.MessageFlags)((content.Flags ?? 0) & ~MessageContent.Ephemeral);

    public static bool IsEphemeral(int? flags) => ((flags ?? 0) & MessageContent.Ephemeral) != 0;

    /// <summary>The buttons; null for none.</summary>
    public static Net.MessageComponent? Components(Component[]? rows)
    {
        if (rows is null)
            return null;
        var builder = new Net.ComponentBuilder();
        foreach (var row in rows)
        {
            var buttons = new Net.ActionRowBuilder();
            foreach (var button in row.Components ?? [])
                buttons.WithButton(button.Label, button.CustomId, (Net.ButtonStyle)(button.Style ?? (int)Net.ButtonStyle.Secondary));
            builder.AddRow(buttons);
        }

        return builder.Build();
    }

    /// <summary>A form. This version of Discord.Net has no labels, so its fields stand in rows, which Discord still takes.</summary>
    public static Net.Modal Form(InteractionResponseData form)
    {
        var builder = new Net.ModalBuilder(form.Title, form.CustomId);
        foreach (var label in form.Components ?? [])
        {
            var box = label.Child!;
            builder.AddTextInput(label.Label, box.CustomId, Net.TextInputStyle.Paragraph, maxLength: box.MaxLength, required: box.Required);
        }

        return builder.Build();
    }

    public static Net.MessageReference? Reference(MessageReference? reference) => reference is { MessageId: { } message }
        ? new Net.MessageReference(message.Value, reference.ChannelId?.Value, failIfNotExists: reference.FailIfNotExists)
        : null;

    /// <summary>The files. Whoever sends them disposes of them.</summary>
    public static Net.FileAttachment[] Files(MessageContent content, IReadOnlyList<Upload> files) =>
        [.. files.Select((file, index) => new Net.FileAttachment(new MemoryStream(file.Content.ToArray()), file.Name, content.Attachments?.ElementAtOrDefault(index)?.Description))];

    /// <summary>What an edit makes of a message.</summary>
    public static void Into(Net.MessageProperties message, MessageContent content, Net.FileAttachment[] files)
    {
        message.Content = content.Content;
        message.AllowedMentions = Nobody;
        message.Flags = Flags(content);
        if (Components(content.Components) is { } components)
            message.Components = components;
        if (files.Length > 0)
            message.Attachments = files;
    }
}
