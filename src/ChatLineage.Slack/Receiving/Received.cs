using ChatLineage.Chat.Platforms;
using ChatLineage.Slack.Buttons;

namespace ChatLineage.Slack.Receiving;

/// <summary>What a delivery means.</summary>
internal abstract record Received
{
    private Received()
    {
    }

    /// <summary>Nothing that the bot cares about.</summary>
    public sealed record Nothing : Received
    {
        /// <summary>The only one.</summary>
        public static Nothing Instance { get; } = new();
    }

    /// <summary>Somebody wrote something.</summary>
    public sealed record Said(IncomingMessage Message) : Received;

    /// <summary>Somebody deleted a message.</summary>
    public sealed record TakenBack(string MessageId) : Received;

    /// <summary>Somebody typed a command without what it needs.</summary>
    public sealed record Misused(string Usage) : Received;

    /// <summary>Somebody pressed a button that acts at once, or sent the form of one that does not.</summary>
    public sealed record Acted(IncomingAction Action, PressPlace Place) : Received;

    /// <summary>Somebody pressed a button that asks something first.</summary>
    public sealed record WantsForm(string TriggerId, PendingForm Form) : Received;

    /// <summary>Somebody looks at the home of the app.</summary>
    public sealed record OpenedHome(string User) : Received;

    /// <summary>Somebody opened a conversation with the bot.</summary>
    public sealed record OpenedConversation(string Channel, string? Thread) : Received;
}
