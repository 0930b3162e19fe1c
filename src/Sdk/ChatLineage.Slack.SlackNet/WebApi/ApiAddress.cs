using SlackNet;

namespace ChatLineage.Slack.SlackNet.WebApi;

/// <summary>Puts the methods of the Web API at another address than Slack's own; for proxies and tests.</summary>
internal sealed class ApiAddress(Uri address, ISlackUrlBuilder inner) : ISlackUrlBuilder
{
    private const string Slack = "https://slack.com/api/";

    public string Url(string apiMethod, Dictionary<string, object> args) =>
        inner.Url(apiMethod, args).Replace(Slack, address.ToString(), StringComparison.Ordinal);
}
