using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace ChatLineage.LocalModel.Catalogue.Downloads;

/// <summary>
/// Asks for the rest of a file. Redirects are followed here and not by the client, because a token must not follow them to another host.
/// Ranges: RFC 9110, section 14; <c>X-Linked-Etag</c> is the hub's SHA-256 of a large file (read November 2026).
/// </summary>
internal sealed class RangeRequest(HttpMessageInvoker http, DownloadOrigin origin, TimeProvider clock)
{
    private const int MostRedirects = 10;
    private const int Sha256Digits = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Asks for the file from an offset on. A server that knows no ranges answers with the whole file; then the offset is
    /// 0.</summary>
    /// <exception cref="ModelDownloadException">The server refuses; asking again would not help.</exception>
    /// <exception cref="TransientDownloadException">It may go better later.</exception>
    public async Task<RangeResponse> SendAsync(Uri address, long offset, CancellationToken cancellationToken)
    {
        string? sha256 = null;
        var at = address;
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            var response = await SendOneAsync(at, offset, cancellationToken);
            sha256 ??= LinkedSha256(response);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location)
            {
                return Judge(response, address, offset, sha256);
            }

            response.Dispose();
            var next = new Uri(at, location);
            if (next.Scheme is not ("http" or "https") || (at.Scheme == "https" && next.Scheme == "http"))
            {
                throw new ModelDownloadException(
                    $"{at.Host} redirects to an address that is less safe than its own ({next.Scheme}://{next.Host}). Set HF_ENDPOINT to "
                        + "another mirror.");
            }

            at = next;
        }

        throw new ModelDownloadException($"{address} redirects more than {MostRedirects} times. Set HF_ENDPOINT to another mirror.");
    }

    private async Task<HttpResponseMessage> SendOneAsync(Uri address, long offset, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.ParseAdd("chatlineage");
        request.Headers.AcceptEncoding.ParseAdd("identity"); // a range of a compressed body would be of no use
        if (offset > 0)
        {
            request.Headers.Range = new RangeHeaderValue(offset, null);
        }

        if (origin.Token is { Length: > 0 } token && origin.Trusts(address))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var timeout = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await http.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransientDownloadException($"{address.Host} did not answer within {Patience.TotalSeconds} seconds");
        }
        catch (HttpRequestException problem)
        {
            throw Unreachable(address, problem);
        }
    }

    private static TransientDownloadException Unreachable(Uri address, HttpRequestException problem) => new(
        problem.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => $"the name {address.Host} is not known here; this machine may be offline",
            HttpRequestError.ConnectionError
                when problem.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
                $"{address.Authority} refuses the connection",
            HttpRequestError.ConnectionError => $"no connection to {address.Authority} could be made; this machine may be offline",
            HttpRequestError.SecureConnectionError => $"the certificate of {address.Host} is not trusted here",
            HttpRequestError.ProxyTunnelError => "the proxy refuses the connection; check HTTPS_PROXY and NO_PROXY",
            _ => $"the connection to {address.Authority} broke",
        },
        problem,
        problem.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);

    private static RangeResponse Judge(HttpResponseMessage response, Uri address, long offset, string? sha256)
    {
        var range = response.Content.Headers.ContentRange;
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                return new RangeResponse(response, 0, response.Content.Headers.ContentLength ?? 0, sha256);
            case HttpStatusCode.PartialContent when range is { HasRange: true, From: { } from } && from == offset:
                return new RangeResponse(response, offset, range.Length ?? 0, sha256);
            case HttpStatusCode.RequestedRangeNotSatisfiable:
                // Everything is here already, or what is here is longer than the file; the caller finds out which.
                return new RangeResponse(response, -1, range?.Length ?? 0, sha256);
            default:
                var problem = Refusal(response, address);
                response.Dispose();
                throw problem;
        }
    }

    private static Exception Refusal(HttpResponseMessage response, Uri address)
    {
        var code = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound or HttpStatusCode.Gone =>
                new ModelDownloadException(
                    $"There is no file at {address} (status {code}): it was moved, renamed or never there. Check the name; with "
                        + "HF_ENDPOINT set, check that the mirror has it."),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new ModelDownloadException(
                $"{address.Host} does not hand out this file (status {code}). Accept the model's terms on its page, make an access token "
                    + "there, and set it as HF_TOKEN."),
            HttpStatusCode.TooManyRequests =>
                new TransientDownloadException($"{address.Host} wants fewer requests (status {code})", retryAfter: Delay(response)),
            >= HttpStatusCode.InternalServerError =>
                new TransientDownloadException($"{address.Host} has a fault of its own (status {code})", retryAfter: Delay(response)),
            HttpStatusCode.PartialContent =>
                new TransientDownloadException($"{address.Host} sent another part of the file than the one asked for"),
            _ => new ModelDownloadException(
                $"{address.Host} answered with status {code}, which is no file. Check the name, or set HF_ENDPOINT to another mirror."),
        };
    }

    private static TimeSpan? Delay(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta;

    private static string? LinkedSha256(HttpResponseMessage response)
    {
        var tag = response.Headers.TryGetValues("X-Linked-Etag", out var values) ? values.First().Trim('"').ToLowerInvariant() : "";
        return tag.Length == Sha256Digits && tag.All(char.IsAsciiHexDigit) ? tag : null;
    }
}
