using System.Text.Json;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Platforms;
using ChatLineage.Slack.Protocol.Deliveries;
using ChatLineage.Slack.Protocol.Json;
using ChatLineage.Slack.Protocol.WebApi;

namespace ChatLineage.Slack.Receiving;

/// <summary>Says what a delivery means.</summary>
/// <param name="self">Who the bot is.</param>
/// <param name="time">The clock.</param>
/// <remarks>Stateless; safe to use from several threads at once.</remarks>
internal sealed class DeliveryReader(Identity self, TimeProvider time)
{
    private readonly CommandReader _commands = new(time);
    private readonly InteractionReader _interactions = new(self, time);

    /// <summary>Reads a delivery.</summary>
    /// <exception cref="JsonException">It cannot be read.</exception>
    public Received Read(Delivery delivery) => delivery.Kind switch
    {
        DeliveryKind.Event => Read(delivery.Payload.Deserialize(SlackJson.Default.EventDelivery)),
        DeliveryKind.SlashCommand => _commands.Read(delivery.Payload.Deserialize(SlackJson.Default.SlashCommand)!),
        DeliveryKind.Interaction => _interactions.Read(delivery.Payload.Deserialize(SlackJson.Default.Interaction)!),
        _ => Received.Nothing.Instance,
    };

    private Received Read(EventDelivery? delivery)
    {
        if (delivery?.Event is not { } happened)
            return Received.Nothing.Instance;
        return happened switch
        {
            { Type: "app_mention" } => Said(happened, delivery.TeamId, Trigger.Mention),
            { Type: "message", Subtype: "message_deleted", Channel: { } channel, DeletedTs: { } gone } => new Received.TakenBack(MessageId(channel, gone)),
            { Type: "message", Subtype: null or "thread_broadcast" or "file_share", IsHidden: false } => Said(happened, delivery.TeamId, TriggerOf(happened)),
            { Type: "app_home_opened", Tab: "home", User: { } user } => new Received.OpenedHome(user),
            { Type: "app_home_opened", Tab: "messages", Channel: { } channel } => new Received.OpenedConversation(channel, null),
            { Type: "assistant_thread_started", AssistantThread: { ChannelId: { } channel } thread } =>
                new Received.OpenedConversation(channel, thread.ThreadTs),
            _ => Received.Nothing.Instance,
        };
    }

    /// <summary>
    /// Where a channel's messages are subscribed to, a mention comes twice: as <c>app_mention</c> and as <c>message</c>, with different
    /// event ids. So the id is that of the message and not that of the event.
    /// </summary>
    private Received Said(SlackEvent said, string? team, Trigger trigger)
    {
        // What programs write, this one included, is no question: two bots would talk for ever.
        if (said is not { Channel: { } channel, Ts: { } ts, User: { } user, BotId: null } || user == self.UserId)
            return Received.Nothing.Instance;
        var direct = IsDirect(channel);
        var thread = said.ThreadTs ?? ts;
        var address = new ReplyAddress
        {
            Channel = channel,
            Thread = thread,
            User = user,
            Team = said.Team ?? team ?? self.TeamId,
            IsNewThread = direct && thread == ts,
        };
        var text = SlackText.ToPlain(said.Text ?? "", self.UserId);
        return new Received.Said(new IncomingMessage(MessageId(channel, ts), Conversation(channel, thread), user, text, time.GetUtcNow())
        {
            Request = IsHelp(text) ? Request.Help : Request.Question,
            Trigger = trigger,
            Place = PlaceOf(channel, team ?? self.TeamId),
            ReplyAddress = address.Write(),
        });
    }

    private Trigger TriggerOf(SlackEvent said)
    {
        if (said.ChannelType == "im" || IsDirect(said.Channel ?? ""))
            return Trigger.Direct;
        if (SlackText.Mentions(said.Text, self.UserId))
            return Trigger.Mention;
        return said.ThreadTs is not null && said.ThreadTs != said.Ts ? Trigger.Thread : Trigger.Overheard;
    }

    /// <summary>A message is known by its conversation and its time there.</summary>
    internal static string MessageId(string channel, string ts) => $"{channel}/{ts}";

    /// <summary>
    /// A thread is a conversation. A direct conversation is one as a whole: it is with one person, who may go on in a thread or below it.
    /// </summary>
    internal static ConversationKey Conversation(
        string channel, string thread) => new(SlackPlatform.PlatformName, IsDirect(channel) ? channel : MessageId(channel, thread));

    internal static Place PlaceOf(string channel, string? team) => new(IsDirect(channel) ? null : team, channel, []);

    /// <summary>Ids of direct conversations begin with a D.</summary>
    internal static bool IsDirect(string channel) => channel.StartsWith('D');

    private static bool IsHelp(string text) => text.TrimEnd('?', '!', '.').Equals("help", StringComparison.OrdinalIgnoreCase);
}
