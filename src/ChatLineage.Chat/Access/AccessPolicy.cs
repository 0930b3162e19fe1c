using ChatLineage.Chat.Platforms;

namespace ChatLineage.Chat.Access;

/// <summary>Decides whether something is for the bot, by the settings of its platform.</summary>
/// <remarks>Pure; safe to use from several threads at once.</remarks>
internal sealed class AccessPolicy(AccessOptions options)
{
    /// <summary>Whether a message is taken.</summary>
    /// <param name="message">The message.</param>
    /// <param name="knownConversation">True when the bot has answered in its conversation before.</param>
    public Admission Decide(IncomingMessage message, bool knownConversation)
    {
        var place = message.Place;
        if (Refusal(place) is { } refused)
            return Answered(refused, message.Trigger);
        var mode = place is not null && options.Modes.TryGetValue(place.ChannelId, out var own) ? own : options.Mode;
        if (mode == ChannelMode.Silent && place?.ServerId is not null)
            return Answered(Admission.ChannelRefused, message.Trigger);
        return message.Trigger switch
        {
            Trigger.Thread when !knownConversation => Admission.NotForMe,
            Trigger.Overheard when mode != ChannelMode.Every || !message.HasQuestionMark => Admission.NotForMe,
            _ => Admission.Taken,
        };
    }

    /// <summary>Whether somebody may use the buttons where they are.</summary>
    public Admission Decide(Place? place) => Refusal(place) ?? Admission.Taken;

    private Admission? Refusal(Place? place)
    {
        if (place is null)
            return null;
        if (place.ServerId is null)
            return options.DirectMessages ? null : Admission.DirectRefused;
        if ((options.Servers.Count > 0 && !options.Servers.Contains(place.ServerId)) || (options.Channels.Count > 0 && !options.Channels.Contains(place.ChannelId)))
            return Admission.ChannelRefused;
        return options.Roles.Count > 0 && !options.Roles.Intersect(place.RoleIds).Any() ? Admission.PersonRefused : null;
    }

    // Whoever uses a command waits for a reply; whoever mentions the bot where it does not answer shall not make it talk.
    private static Admission Answered(Admission refused, Trigger trigger) =>
        trigger is Trigger.Command or Trigger.Direct ? refused : Admission.NotForMe;
}
