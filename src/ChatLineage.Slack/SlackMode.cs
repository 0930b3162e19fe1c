namespace ChatLineage.Slack;

/// <summary>How Slack delivers.</summary>
public enum SlackMode
{
    /// <summary>Through websockets that the bot opens: nothing has to be reachable from outside.</summary>
    Socket,

    /// <summary>By requests to an address of the bot.</summary>
    Http,
}
