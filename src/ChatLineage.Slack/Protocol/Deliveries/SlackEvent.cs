using System.Text.Json.Serialization;

namespace ChatLineage.Slack.Protocol.Deliveries;

/// <summary>What happened, as far as the bot cares.</summary>
/// <remarks>https://docs.slack.dev/reference/events, checked 2026-08.</remarks>
internal sealed record SlackEvent
{
    /// <summary><c>app_mention</c>, <c>message</c>, <c>app_home_opened</c>, <c>assistant_thread_started</c> and others.</summary>
    public string? Type { get; init; }

    /// <summary>With <c>message</c>: null when somebody wrote one, else what happened to one.</summary>
    public string? Subtype { get; init; }

    /// <summary>The conversation.</summary>
    public string? Channel { get; init; }

    /// <summary><c>channel</c>, <c>group</c>, <c>im</c> or <c>mpim</c>.</summary>
    public string? ChannelType { get; init; }

    /// <summary>Who did it.</summary>
    public string? User { get; init; }

    /// <summary>The bot that wrote it; null for people.</summary>
    public string? BotId { get; init; }

    /// <summary>The workspace of who did it.</summary>
    public string? Team { get; init; }

    /// <summary>What was written, in mrkdwn.</summary>
    public string? Text { get; init; }

    /// <summary>The id of the message in its conversation.</summary>
    public string? Ts { get; init; }

    /// <summary>The message that begins the thread; null outside of threads.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Who began the thread.</summary>
    public string? ParentUserId { get; init; }

    /// <summary>With <c>message_deleted</c>: the message that is gone.</summary>
    public string? DeletedTs { get; init; }

    /// <summary>With <c>app_home_opened</c>: <c>home</c> or <c>messages</c>.</summary>
    public string? Tab { get; init; }

    /// <summary>With <c>assistant_thread_started</c>: the thread.</summary>
    public AssistantThread? AssistantThread { get; init; }

    /// <summary>Hidden messages are for programs.</summary>
    [JsonPropertyName("hidden")]
    public bool IsHidden { get; init; }
}
