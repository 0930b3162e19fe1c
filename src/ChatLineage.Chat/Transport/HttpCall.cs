namespace ChatLineage.Chat.Transport;

/// <summary>An HTTP request that a platform sent.</summary>
/// <param name="Path">The path: <c>/slack/events</c>.</param>
/// <param name="Header">Gives a header by its name in any case; null when it is missing.</param>
/// <param name="Body">The body, byte for byte as it came.</param>
public sealed record HttpCall(string Path, Func<string, string?> Header, ReadOnlyMemory<byte> Body);
