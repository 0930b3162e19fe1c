namespace ChatLineage.EndToEnd.Tests.Knowledge;

/// <summary>What the stub was asked.</summary>
internal sealed record HubRequest(string Target, string? Authorization);
