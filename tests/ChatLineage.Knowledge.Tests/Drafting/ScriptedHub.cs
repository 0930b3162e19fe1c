using System.Net;

namespace ChatLineage.Knowledge.Tests.Drafting;

/// <summary>A hub that answers from a table and remembers what was asked.</summary>
internal sealed class ScriptedHub(Func<Uri, (HttpStatusCode Status, string Body)> answer) : HttpMessageHandler
{
    public List<(string Url, string? Authorization)> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add((request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString()));
        var (status, body) = answer(request.RequestUri);
        return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
    }
}
