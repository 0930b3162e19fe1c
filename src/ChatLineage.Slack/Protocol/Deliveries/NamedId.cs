namespace ChatLineage.Slack.Protocol.Deliveries;

/// <summary>An id, in the object that Slack puts around it.</summary>
internal sealed record NamedId
{
    /// <summary>The id.</summary>
    public string? Id { get; init; }
}
