namespace ChatLineage.Slack.Protocol.WebApi;

/// <summary>Who a token belongs to.</summary>
/// <param name="UserId">The bot's user.</param>
/// <param name="TeamId">The workspace.</param>
/// <param name="Team">The workspace's name.</param>
/// <param name="Scopes">What the token may do, as Slack lists it; empty where Slack does not say.</param>
internal sealed record Identity(string UserId, string TeamId, string Team, string Scopes);
