using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Drafting;

/// <summary>Fetches cards from the Hugging Face hub or a mirror of it (https://huggingface.co/docs/hub/api).</summary>
/// <param name="http">Sends the requests; its handler's proxy settings apply. Not disposed here.</param>
/// <param name="endpoint">The hub's address, normally from <c>HF_ENDPOINT</c>.</param>
/// <param name="token">A token, normally from <c>HF_TOKEN</c>; sent to the endpoint only.</param>
/// <remarks>Safe to use from several threads.</remarks>
public sealed class HubClient(HttpClient http, Uri endpoint, string? token)
{
    /// <summary>The hub's usual address.</summary>
    public static Uri DefaultEndpoint { get; } = new("https://huggingface.co");

    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Fetches the card of a repository.</summary>
    /// <param name="repository"><c>owner/name</c>.</param>
    /// <param name="kind">A model or a dataset.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <exception cref="CardException">The hub cannot be reached, or has no such card for us.</exception>
    public async Task<FetchedCard> FetchAsync(string repository, EntityKind kind, CancellationToken cancellationToken)
    {
        if (repository.Split('/') is not [{ Length: > 0 } owner, { Length: > 0 } name]
            || repository.Any(sign => !char.IsAsciiLetterOrDigit(sign) && !"-_./".Contains(sign, StringComparison.Ordinal))
            || repository.Contains("..", StringComparison.Ordinal))
            throw new CardException(
                $"'{repository}' is no repository of the hub. Write hf:owner/name, or hf:datasets/owner/name for a dataset.");
        var isDataset = kind == EntityKind.Dataset;
        var about = await TextAsync($"api/{(isDataset ? "datasets" : "models")}/{repository}", repository, cancellationToken);
        using var json = Json(about, repository);
        var revision = Text(json.RootElement, "sha") ?? "main";
        var path = $"{(isDataset ? "datasets/" : "")}{repository}/raw/{revision}/README.md";
        return new FetchedCard(await TextAsync(path, repository, cancellationToken), new Uri(endpoint, path).AbsoluteUri)
        {
            Owner = owner,
            Repository = name,
            Published = Day(json.RootElement, "lastModified"),
            Created = Day(json.RootElement, "createdAt"),
            GuessedRelation = Guess(json.RootElement),
        };
    }

    private async Task<string> TextAsync(string path, string repository, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint, path));
        if (!string.IsNullOrWhiteSpace(token))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());

        // The client's own timeout ends with the headers; a body that never ends has to stop too.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(http.Timeout);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!response.IsSuccessStatusCode)
                throw new CardException(Refused(response.StatusCode, repository));
            await using var body = await response.Content.ReadAsStreamAsync(limit.Token);
            return await LimitedAsync(body, repository, limit.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CardException(
                $"The hub at {endpoint.Host} did not answer within {http.Timeout.TotalSeconds:0} s for '{repository}'. Try again, allow "
                    + "it more seconds with HF_HUB_DOWNLOAD_TIMEOUT, or draft from a saved file.", late);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException)
        {
            throw new CardException(
                $"The hub at {endpoint.Host} cannot be reached for '{repository}'. Check the network, HTTPS_PROXY and HF_ENDPOINT; a card "
                    + "saved as a file can be drafted from without a network.", failed);
        }
    }

    private static async Task<string> LimitedAsync(Stream body, string repository, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (var read = await body.ReadAsync(buffer, cancellationToken); read > 0; read = await body.ReadAsync(buffer, cancellationToken))
        {
            if (bytes.Length + read > MostBytes)
                throw new CardException(
                    $"The hub's answer for '{repository}' is larger than {MostBytes / 1024 / 1024} MB, which is no card. Save the part "
                        + "you need as a file, and draft from it.");
            bytes.Write(buffer, 0, read);
        }

        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private string Refused(HttpStatusCode status, string repository) => status switch
    {
        HttpStatusCode.NotFound =>
            $"The hub at {endpoint.Host} has no card for '{repository}'. Check the spelling; datasets are hf:datasets/owner/name.",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
            $"The hub at {endpoint.Host} does not show '{repository}' to everybody (or there is no such repository). Set HF_TOKEN to a "
                + "token that may read it.",
        HttpStatusCode.TooManyRequests => $"The hub at {endpoint.Host} asks for a pause. Try again in some minutes, or set HF_TOKEN.",
        _ => $"The hub at {endpoint.Host} answered {(int)status} for '{repository}'. Try again later, or draft from a saved file.",
    };

    private static JsonDocument Json(string text, string repository)
    {
        try
        {
            return JsonDocument.Parse(text) is { RootElement.ValueKind: JsonValueKind.Object } json ? json : throw new JsonException();
        }
        catch (JsonException broken)
        {
            throw new CardException($"What answers for '{repository}' is not the hub's API. Check HF_ENDPOINT.", broken);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static PartialDate? Day(JsonElement json, string name) =>
        Text(json, name) is { Length: >= 10 } time && PartialDate.TryParse(time[..10], out var day) ? day : null;

    // The hub adds tags such as base_model:quantized:owner/name.
    private static string? Guess(JsonElement json)
    {
        if (!json.TryGetProperty("tags", out var tags) || tags.ValueKind != JsonValueKind.Array)
            return null;
        return tags.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String).Select(tag => tag.GetString()!.Split(':'))
            .Where(parts => parts is ["base_model", "finetune" or "merge" or "quantized" or "adapter", _]).Select(parts => parts[1])
            .FirstOrDefault();
    }
}
