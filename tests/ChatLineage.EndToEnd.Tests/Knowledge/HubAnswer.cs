namespace ChatLineage.EndToEnd.Tests.Knowledge;

/// <summary>What the stub answers.</summary>
internal sealed record HubAnswer(int Status, string Body)
{
    /// <summary>Where a redirect leads.</summary>
    public string? Location { get; init; }

    /// <summary>True to promise one byte more than is sent.</summary>
    public bool BreaksOff { get; init; }

    /// <summary>True to keep the connection open behind the body until the test ends.</summary>
    public bool Stalls { get; init; }
}
