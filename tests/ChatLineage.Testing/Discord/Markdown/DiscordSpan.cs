namespace ChatLineage.Testing.Discord.Markdown;

/// <summary>A piece of a message as Discord shows it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What is seen.</param>
/// <param name="Address">Where a link leads; null for all else.</param>
/// <param name="Inner">What a span with markup holds.</param>
public sealed record DiscordSpan(DiscordSpanKind Kind, string Text, string? Address, IReadOnlyList<DiscordSpan> Inner);
