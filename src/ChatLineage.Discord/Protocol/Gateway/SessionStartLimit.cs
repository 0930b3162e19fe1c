namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>How many sessions may still be begun.</summary>
internal sealed record SessionStartLimit
{
    public int Total { get; init; }

    public int Remaining { get; init; }

    /// <summary>Milliseconds until the total is available again.</summary>
    public long ResetAfter { get; init; }

    /// <summary>How many shards may identify in the same 5 seconds.</summary>
    public int MaxConcurrency { get; init => field = Math.Max(1, value); } = 1;
}
