namespace ChatLineage.Testing;

/// <summary>How long a test waits for something that should happen at once, so that a fault ends a test and does not hang it.</summary>
public static class Patience
{
    /// <summary>Long enough for a busy machine.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
}
