using System.Globalization;

namespace ChatLineage.Discord.Setup;

/// <summary>What the bot must be allowed to do in a server (topics/permissions.mdx, "Bitwise Permission Flags").</summary>
internal static class BotPermissions
{
    private const ulong Administrator = 1UL << 3;

    private static readonly (ulong Bit, string Name)[] Needed =
    [
        (1UL << 10, "View Channels"),
        (1UL << 11, "Send Messages"),
        (1UL << 15, "Attach Files"),
        (1UL << 16, "Read Message History"),
        (1UL << 38, "Send Messages in Threads"),
    ];

    /// <summary>All of them as one number.</summary>
    public static ulong All { get; } = Needed.Aggregate(0UL, (bits, permission) => bits | permission.Bit);

    /// <summary>The names of those that are not among some.</summary>
    /// <param name="granted">Permission bits in decimal; null for none.</param>
    public static IReadOnlyList<string> MissingIn(string? granted)
    {
        var bits = ulong.TryParse(granted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return (bits & Administrator) != 0 ? [] : [.. Needed.Where(permission => (bits & permission.Bit) == 0).Select(permission => permission.Name)];
    }
}
