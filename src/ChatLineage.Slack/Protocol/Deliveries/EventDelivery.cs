namespace ChatLineage.Slack.Protocol.Deliveries;

/// <summary>An event with what is said around it.</summary>
/// <remarks>https://docs.slack.dev/apis/events-api, checked 2026-08.</remarks>
internal sealed record EventDelivery
{
    /// <summary><c>event_callback</c>, <c>url_verification</c> or <c>app_rate_limited</c>.</summary>
    public string? Type { get; init; }

    /// <summary>What has to be sent back, with <c>url_verification</c>.</summary>
    public string? Challenge { get; init; }

    /// <summary>The workspace.</summary>
    public string? TeamId { get; init; }

    /// <summary>The same for each delivery of the event.</summary>
    public string? EventId { get; init; }

    /// <summary>What happened.</summary>
    public SlackEvent? Event { get; init; }
}
