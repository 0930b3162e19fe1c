using System.Net;
using System.Net.Http.Headers;

namespace ChatLineage.Slack.SlackNet.WebApi;

/// <summary>
/// Completes answers that SlackNet cannot cope with: it takes for granted that one with status 429 says when to come back, and that each
/// has a content type. Pages of proxies in between have neither.
/// </summary>
internal sealed class AnswerGuard : DelegatingHandler
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.TooManyRequests && response.Headers.RetryAfter?.Delta is null)
            response.Headers.RetryAfter = new RetryConditionHeaderValue(Pause);
        response.Content.Headers.ContentType ??= new MediaTypeHeaderValue("text/plain");
        return response;
    }
}
