namespace ChatLineage.Chat.Limits;

/// <summary>What the rate limits say to a question.</summary>
/// <param name="Wait">How long to wait, in whole seconds; zero when it is answered.</param>
/// <param name="Personal">True when the person asked too much, false when the channel did.</param>
/// <param name="First">True for the first question that is not answered: its asker is told, those after it are not.</param>
internal readonly record struct Pace(TimeSpan Wait, bool Personal, bool First)
{
    /// <summary>Nothing to wait for.</summary>
    public static Pace Free => default;

    /// <summary>True when the question is answered.</summary>
    public bool Allowed => Wait == TimeSpan.Zero;
}
