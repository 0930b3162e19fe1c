namespace ChatLineage.EndToEnd.Tests.Slack;

/// <summary>A test against local-slack, skipped where that is not installed.</summary>
public sealed class LocalSlackFactAttribute : FactAttribute
{
    /// <summary>Skips the test where the server is missing.</summary>
    public LocalSlackFactAttribute()
    {
        if (!File.Exists(LocalSlack.Program))
            Skip = "local-slack is not installed: 'npm ci --prefix tests/servers' does it (Linux on x64 only).";
    }
}
