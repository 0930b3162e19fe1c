using System.Collections.Immutable;

namespace ChatLineage.Chat.Platforms;

/// <summary>A file that goes with a reply.</summary>
/// <param name="FileName">Its name, with only letters, digits, hyphens and one dot: <c>stablevicuna.png</c>.</param>
/// <param name="MediaType">Its media type: <c>image/png</c>, <c>text/markdown</c>.</param>
/// <param name="Content">Its bytes, at most <see cref="PlatformCapabilities.MaxFileBytes"/>.</param>
/// <param name="Description">What it shows, in words, for those who cannot see it; at most 1,000 characters.</param>
public sealed record Attachment(string FileName, string MediaType, ImmutableArray<byte> Content, string Description);
