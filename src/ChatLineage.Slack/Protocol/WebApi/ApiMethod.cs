namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>A method of the Web API and the limit that Slack sets it.</summary>
/// <param name="Name">The name: <c>chat.postMessage</c>.</param>
/// <param name="Count">How many calls a window takes.</param>
/// <param name="Window">The window.</param>
/// <param name="Repeatable">True when a call that may have arrived can be sent again and does no harm.</param>
/// <param name="Reserve">How many calls of a window are kept for those that must not be left out.</param>
internal sealed record ApiMethod(string Name, int Count, TimeSpan Window, bool Repeatable, int Reserve = 0)
{
    /// <summary>True when each channel has a limit of its own.</summary>
    public bool PerChannel { get; init; }

    /// <summary>True when it takes its arguments as a form only.</summary>
    public bool TakesForm { get; init; }

    /// <summary>True when it takes the token of the app and not that of the bot.</summary>
    public bool OfApp { get; init; }

    /// <summary>True when a failed call can count as not made: it will pass, and it does no harm if the call arrived all the same.</summary>
    public bool MayBeLeftOut(SlackApiException failed) => failed.IsPassing && (Repeatable || !failed.IsAmbiguous);
}
