namespace ChatLineage.EndToEnd.Tests.Discord;

/// <summary>A test against discord-digital-twin, skipped where that is not installed.</summary>
public sealed class DigitalTwinFactAttribute : FactAttribute
{
    /// <summary>Skips the test where the server, or node to run it, is missing.</summary>
    public DigitalTwinFactAttribute()
    {
        if (!DigitalTwin.IsInstalled)
            Skip = "discord-digital-twin is not installed: 'npm ci --prefix tests/servers' does it (with Node 20 or newer).";
    }
}
