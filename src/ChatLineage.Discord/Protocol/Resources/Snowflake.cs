using System.Globalization;
using System.Text.Json.Serialization;
using ChatLineage.Discord.Protocol.Json;

namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>An id of Discord: 64 bits that begin with the time when it was made.</summary>
/// <param name="Value">The number; JSON has it as a string.</param>
/// <remarks>Source: reference.mdx, "Snowflakes" (discord-api-docs c98d64b).</remarks>
[JsonConverter(typeof(SnowflakeConverter))]
public readonly record struct Snowflake(ulong Value)
{
    /// <summary>Milliseconds of 1 January 2015, from which Discord counts.</summary>
    private const long Epoch = 1_420_070_400_000;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + Epoch);

    /// <summary>Reads decimal digits; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Snowflake snowflake)
    {
        var read = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        snowflake = new Snowflake(value);
        return read;
    }

    /// <summary>The decimal digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
