using System.Collections.Immutable;

namespace ChatLineage.Slack.Protocol.Deliveries;

/// <summary>Somebody pressed a button, chose a shortcut, or sent a form.</summary>
/// <remarks>https://docs.slack.dev/reference/interaction-payloads, checked 2026-08.</remarks>
internal sealed record Interaction
{
    /// <summary><c>block_actions</c>, <c>message_action</c>, <c>view_submission</c> and others.</summary>
    public string? Type { get; init; }

    /// <summary>Which shortcut, with <c>message_action</c>.</summary>
    public string? CallbackId { get; init; }

    /// <summary>For opening a form.</summary>
    public string? TriggerId { get; init; }

    /// <summary>Takes up to 5 messages in 30 minutes.</summary>
    public Uri? ResponseUrl { get; init; }

    /// <summary>Who did it.</summary>
    public NamedId? User { get; init; }

    /// <summary>The workspace.</summary>
    public NamedId? Team { get; init; }

    /// <summary>The conversation.</summary>
    public NamedId? Channel { get; init; }

    /// <summary>The message that the button or the shortcut belongs to.</summary>
    public SlackEvent? Message { get; init; }

    /// <summary>What the pressed button stood in.</summary>
    public Container? Container { get; init; }

    /// <summary>What was pressed; empty also where Slack sends null.</summary>
    public ImmutableArray<PressedElement> Actions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The form.</summary>
    public SubmittedView? View { get; init; }
}
