namespace ChatLineage.Discord.Protocol.Rest;

/// <summary>What Discord says about a request that it refused.</summary>
internal sealed record RestErrorBody
{
    public int Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Seconds to wait, after too many requests.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>True when all endpoints must wait.</summary>
    public bool Global { get; init; }
}
