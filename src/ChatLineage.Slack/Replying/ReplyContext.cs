using System.Collections.Concurrent;
using ChatLineage.Slack.Protocol.WebApi;
using ChatLineage.Slack.Receiving;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack.Replying;

/// <summary>What all replies share, and what was learned of the workspace.</summary>
internal sealed class ReplyContext(ISlackApi api, Poster poster, ILogger logger)
{
    private readonly ConcurrentDictionary<string, bool> _growing = [];
    private volatile bool _streams = true;
    private volatile bool _statuses = true;

    /// <summary>The calls.</summary>
    public ISlackApi Api => api;

    /// <summary>Posts once.</summary>
    public Poster Poster => poster;

    /// <summary>The log.</summary>
    public ILogger Logger => logger;

    /// <summary>False once Slack has said that messages cannot grow here.</summary>
    public bool Streams
    {
        get => _streams;
        set => _streams = value;
    }

    /// <summary>False once Slack has said that a thread can have no status here.</summary>
    public bool Statuses
    {
        get => _statuses;
        set => _statuses = value;
    }

    /// <summary>Takes a message that has no mark yet; false when another reply has taken it.</summary>
    public bool TryTake(string channel, string ts) => _growing.TryAdd(DeliveryReader.MessageId(channel, ts), true);

    /// <summary>A message that was taken has its mark, or is gone.</summary>
    public void Release(string channel, string ts) => _growing.TryRemove(DeliveryReader.MessageId(channel, ts), out _);

    /// <summary>
    /// True when an error says that a feature is missing from the plan, the app or the server, and not that this one call was wrong.
    /// </summary>
    public static bool IsMissing(SlackApiException refused) =>
        refused.Error is "unknown_method" or "missing_scope" or "not_allowed_token_type" or "feature_not_enabled"
            or "deprecated_endpoint" or "method_deprecated" or "team_not_found" or "not_an_agent_app" or "access_denied" or "paid_teams_only" or "paid_only";
}
