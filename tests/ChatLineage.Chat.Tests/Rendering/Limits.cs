using ChatLineage.Chat.Platforms;

namespace ChatLineage.Chat.Tests.Rendering;

/// <summary>What fits into a reply.</summary>
internal static class Limits
{
    public static PlatformCapabilities None { get; } = new() { Dialect = Dialect.Plain, Updating = Updating.None };

    public static PlatformCapabilities Of(int length, long fileBytes = 0) => None with { MaxTextLength = length, MaxFileBytes = fileBytes };
}
