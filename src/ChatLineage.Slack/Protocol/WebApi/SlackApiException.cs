namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>Slack refused a call, or could not be reached.</summary>
internal sealed class SlackApiException : Exception
{
    /// <param name="method">What was called.</param>
    /// <param name="error">Slack's code (<c>not_in_channel</c>), or one of <see cref="Unreachable"/> and <see cref="RateLimited"/>.</param>
    /// <param name="detail">What to do about it; empty for nothing.</param>
    /// <param name="inner">What caused it.</param>
    public SlackApiException(string method, string error, string detail = "", Exception? inner = null)
        : base($"Slack's {method} failed: {error}. {detail}".TrimEnd(), inner) =>
        (Method, Error) = (method, error);

    /// <summary>The code of calls that got no answer that can be read.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The code of calls that were too many, however long we waited.</summary>
    public const string RateLimited = "ratelimited";

    /// <summary>What was called.</summary>
    public string Method { get; }

    /// <summary>Slack's code.</summary>
    public string Error { get; }

    /// <summary>True when the call may succeed later although nobody changes anything.</summary>
    public bool IsPassing => IsAmbiguous || Error is RateLimited or "team_added_to_org";

    /// <summary>True when it is not known whether the call did its work.</summary>
    public bool IsAmbiguous => Error is Unreachable or "internal_error" or "fatal_error" or "service_unavailable" or "request_timeout";
}
