using System.Diagnostics.CodeAnalysis;
using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Replies;

/// <summary>Where a reply goes. Kept as text with the question, so that it can be replied to after a restart.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="QuestionId">The id of the message or interaction.</param>
/// <param name="AuthorId">Who asked.</param>
internal sealed record ReplyAddress(Snowflake ChannelId, Snowflake QuestionId, Snowflake AuthorId)
{
    private const string OfMessage = "m1";
    private const string OfInteraction = "i1";

    /// <summary>The application that an interaction belongs to.</summary>
    public Snowflake ApplicationId { get; init; }

    /// <summary>Lets the bot respond to an interaction. A secret. Null for a message.</summary>
    public string? Token { get; init; }

    [MemberNotNullWhen(true, nameof(Token))]
    public bool IsInteraction => Token is not null;

    public static ReplyAddress Of(Message message) => new(message.ChannelId, message.Id, message.Author?.Id ?? default);

    public static ReplyAddress Of(Interaction interaction, Snowflake author) =>
        new(interaction.ChannelId ?? default, interaction.Id, author) { ApplicationId = interaction.ApplicationId, Token = interaction.Token };

    /// <exception cref="FormatException">The text is of another version or platform.</exception>
    public static ReplyAddress Parse(string? text)
    {
        var parts = (text ?? "").Split(' ');
        var ids = parts.Skip(1).Take(3).Select(part => Snowflake.TryParse(part, out var id) ? id : (Snowflake?)null).OfType<Snowflake>().ToArray();
        if (parts is [OfMessage, _, _, _] && ids is [var channel, var question, var author])
            return new ReplyAddress(channel, question, author);
        if (parts is [OfInteraction, _, _, _, var application, { Length: > 0 } token] && ids is [var place, var id, var asker] && Snowflake.TryParse(application, out var applicationId))
            return new ReplyAddress(place, id, asker) { ApplicationId = applicationId, Token = token };
        throw new FormatException("A reply address of Discord cannot be read; it may be of another version.");
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public string ToText() => IsInteraction
        ? $"{OfInteraction} {ChannelId} {QuestionId} {AuthorId} {ApplicationId} {Token}"
        : $"{OfMessage} {ChannelId} {QuestionId} {AuthorId}";

    /// <summary>Without the token, so that a log never has it.</summary>
    public override string ToString() => $"{(IsInteraction ? "interaction" : "message")} {QuestionId} in channel {ChannelId}";

    /// <summary>The interaction, as far as responding to it needs.</summary>
    /// <exception cref="InvalidOperationException">It is the address of a message.</exception>
    public Interaction ToInteraction() => new()
    {
        Id = QuestionId,
        ApplicationId = ApplicationId,
        Type = InteractionType.Command,
        Token = Token ?? throw new InvalidOperationException("A message is no interaction."),
        ChannelId = ChannelId,
    };
}
