using System.ComponentModel.DataAnnotations;

namespace ChatLineage.Chat.Limits;

/// <summary>How much may be asked.</summary>
public sealed class RateLimitOptions
{
    /// <summary>How many questions one person may ask in <see cref="Window"/>.</summary>
    /// <value>10 by default; 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int PerPerson { get; set; } = 10;

    /// <summary>How many questions may be asked in one channel in <see cref="Window"/>.</summary>
    /// <value>60 by default; 1 to 100,000.</value>
    [Range(1, 100_000)]
    public int PerChannel { get; set; } = 60;

    /// <summary>The time that the numbers are for.</summary>
    /// <value>One minute by default; one second to one day.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);
}
