namespace ChatLineage.Slack.Buttons;

/// <summary>Where a button was pressed, so that what comes of it is shown there.</summary>
internal sealed record PressPlace
{
    /// <summary>The conversation.</summary>
    public required string Channel { get; init; }

    /// <summary>The thread; null outside of one.</summary>
    public string? Thread { get; init; }

    /// <summary>The workspace.</summary>
    public string? Team { get; init; }

    /// <summary>Takes up to 5 messages in 30 minutes; null without.</summary>
    public Uri? ResponseUrl { get; init; }

    /// <summary>True when only who pressed it sees the answer that the button belongs to.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Without the response address, which acts like a password.</summary>
    public override string ToString() => $"{Channel} {Thread}";
}
