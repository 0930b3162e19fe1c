using ChatLineage.Chat.Commands;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Platforms;
using ChatLineage.Slack.Protocol.Deliveries;

namespace ChatLineage.Slack.Receiving;

/// <summary>Reads <c>/lineage</c> and what is typed behind it.</summary>
/// <remarks>
/// What comes of a command is shown to who typed it, as is usual in Slack; a mention asks so that everybody can read along. Commands
/// cannot be used in threads.
/// </remarks>
internal sealed class CommandReader(TimeProvider time)
{
    /// <summary>The command.</summary>
    public const string Name = "/lineage";

    private const string Prefix = "command/";

    /// <summary>True for the id of a message that a command made.</summary>
    public static bool IsCommand(string messageId) => messageId.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Says what a command means.</summary>
    public Received Read(SlashCommand command)
    {
        if (command is not { ChannelId: { } channel, UserId: { } user, TriggerId: { } trigger })
            return Received.Nothing.Instance;
        var (request, usage) = Requested(SlackText.ToPlain(command.Text ?? "", ""));
        if (request is null)
            return new Received.Misused($"{Name} {usage}");
        var address = new ReplyAddress { Channel = channel, User = user, Team = command.TeamId ?? "", ResponseUrl = command.ResponseUrl };
        var conversation = DeliveryReader.IsDirect(channel) ? channel : $"{channel}/{user}";
        return new Received.Said(new IncomingMessage(Prefix + trigger, new ConversationKey(SlackPlatform.PlatformName, conversation), user, request.Text, time.GetUtcNow())
        {
            Request = request.Request,
            Trigger = Trigger.Command,
            Place = DeliveryReader.PlaceOf(channel, command.TeamId),
            WantsPrivacy = true,
            ReplyAddress = address.Write(),
        });
    }

    /// <summary>What is asked for, or how the command is used.</summary>
    private static (CommandRequest? Request, string Usage) Requested(string typed)
    {
        var parts = typed.Split((char[]?)null, 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || parts is ["help"])
            return (new CommandRequest(Request.Help, ""), "");
        return ChatCommands.Find(parts[0]) is { } command
            ? (command.AskTyped(parts.Length > 1 ? parts[1] : ""), command.Usage)
            : (new CommandRequest(Request.Question, typed), "");
    }
}
