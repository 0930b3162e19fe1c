namespace ChatLineage.Discord.Protocol.Rest;

/// <summary>How to reach the API.</summary>
/// <param name="Token">The bot's token.</param>
internal sealed record RestSettings(string Token)
{
    /// <summary>Where the API is.</summary>
    public Uri BaseAddress { get; init; } = new("https://discord.com/api/v10");

    /// <summary>Requests in a second over all endpoints.</summary>
    public int PerSecond { get; init; } = 50;

    /// <summary>How long one try may take, its answer included.</summary>
    public TimeSpan TryLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Tries after answers of 5xx and broken connections.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>Tries after answers of 429; each waits as long as Discord says.</summary>
    public int TriesWhenLimited { get; init; } = 20;

    /// <summary>The longest wait that is sat out after a 429.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Without the token, so that a log never has it.</summary>
    public override string ToString() => BaseAddress.ToString();
}
