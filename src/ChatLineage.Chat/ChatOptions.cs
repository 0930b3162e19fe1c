using System.ComponentModel.DataAnnotations;
using ChatLineage.Chat.Limits;
using Microsoft.Extensions.Options;

namespace ChatLineage.Chat;

/// <summary>How questions are taken and answered, the same on every platform; the configuration section is <see cref="SectionName"/>.</summary>
public sealed class ChatOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Chat";

    /// <summary>How many questions are answered at the same time; those of one conversation always are one after another.</summary>
    /// <value>4 by default; 1 to 64.</value>
    [Range(1, 64)]
    public int Parallel { get; set; } = 4;

    /// <summary>How many questions may wait for their turn; those that come when so many wait are turned down.</summary>
    /// <value>100 by default; 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int MaxWaiting { get; set; } = 100;

    /// <summary>How old a question may be that is answered after the program was started again.</summary>
    /// <value>One hour by default; zero to seven days.</value>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long answers that are being made when the program is told to stop may take to be finished.</summary>
    /// <value>Five seconds by default; zero to one minute.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ShutdownGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>For how many days conversations, answers and feedback are kept.</summary>
    /// <value>90 by default; 1 to 3,650.</value>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 90;

    /// <summary>The file that they are kept in.</summary>
    /// <value>Null, the default, for <c>chatlineage.db</c> in the user's own data folder.</value>
    public string? Database { get; set; }

    /// <summary>How much may be asked.</summary>
    [ValidateObjectMembers]
    public RateLimitOptions Limits { get; set; } = new();
}
