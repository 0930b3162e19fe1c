using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;

namespace ChatLineage.Cli.ModelServer;

/// <summary>The connection to a model server.</summary>
/// <remarks>Redirects are not followed, so that questions and key reach no other host than the one that was named.</remarks>
internal sealed class ModelServerConnection : IDisposable
{
    private const int MostNames = 8;
    private const int LongestName = 80;
    private const int LongestList = 1 << 20;

    private readonly ModelServerOptions _options;
    private readonly Uri _address;
    private readonly HttpClient _http;

    /// <param name="options">Checked options that name a model.</param>
    public ModelServerConnection(ModelServerOptions options)
    {
        _options = options;
        _address = new Uri(options.Address.TrimEnd('/'));
        var timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);

        // A server on this machine is never reached through a proxy.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = !_address.IsLoopback, ConnectTimeout = timeout })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestList,
        };
        var clientOptions = new OpenAIClientOptions
        {
            Endpoint = _address,
            NetworkTimeout = timeout,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 1),
            Transport = new HttpClientPipelineTransport(_http),
        };

        // The library wants a key even where the server asks for none.
        var client = new OpenAIClient(new ApiKeyCredential(options.ApiKey ?? "none"), clientOptions);
        Client = new ModelServerChatClient(client.GetChatClient(options.Model!).AsIChatClient());
    }

    /// <summary>The model. Safe for use by many callers at the same time.</summary>
    public IChatClient Client { get; }

    /// <summary>What the person who runs the program must know: that text leaves the machine; null when it does not.</summary>
    public string? Warning => _address.IsLoopback ? null
        : $"Questions and facts leave this machine: the setting '{ModelServerOptions.SectionName}:{nameof(ModelServerOptions.Address)}' sends them to {_address.GetLeftPart(UriPartial.Authority)}"
        + (_address.Scheme == "https" ? "." : ", unencrypted; use an https address.");

    /// <summary>Asks the server for its models.</summary>
    /// <returns>What is wrong and what to do, or null when the model is there.</returns>
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, _address + "/models");
            if (_options.ApiKey is { } key)
                request.Headers.Authorization = new("Bearer", key);
            using var response = await _http.SendAsync(request, limit.Token);
            return response.IsSuccessStatusCode
                ? CheckModels(await response.Content.ReadAsStringAsync(limit.Token))
                : Refusal((int)response.StatusCode);
        }
        catch (HttpRequestException unreachable)
        {
            return $"The model server at {_address} cannot be reached: {unreachable.Message.TrimEnd('.')}. Start it, or correct 'ModelServer:Address'.";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"The model server at {_address} does not answer within {_options.TimeoutSeconds} seconds ('ModelServer:TimeoutSeconds').";
        }
        catch (Exception garbled) when (garbled is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return NoProtocol("its list of models cannot be read");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
    }

    private string? CheckModels(string list)
    {
        using var json = JsonDocument.Parse(list);
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array)
            return NoProtocol("its list of models cannot be read");
        var names = data.EnumerateArray().Select(model => model.GetProperty("id").GetString() ?? "").ToList();

        // Ollama lists llama3.2:latest and takes llama3.2.
        if (names.Contains(_options.Model!) || names.Contains(_options.Model + ":latest"))
            return null;
        var known = names.Count == 0 ? "none at all" : string.Join(", ", names.Take(MostNames).Select(Shown)) + (names.Count > MostNames ? ", …" : "");
        return $"The model server at {_address} has no model '{_options.Model}'; it has {known}. Correct 'ModelServer:Model'.";
    }

    private string Refusal(int status) => status switch
    {
        401 or 403 => $"The model server at {_address} refuses the key ({status}). Set it in the environment as CHATLINEAGE_ModelServer__ApiKey.",
        404 or (>= 300 and < 400) => NoProtocol($"it answers {status}"),
        503 => $"The model server at {_address} is not ready ({status}); it may still load its model. Try again.",
        _ => $"The model server at {_address} answers {status}. Look at its own log.",
    };

    private string NoProtocol(string why) =>
        $"What answers at {_address} does not speak OpenAI's protocol: {why}. Correct 'ModelServer:Address'; it mostly ends with /v1.";

    // Names come from the server: shown without line breaks and control characters.
    private static string Shown(string name) => new([.. name.Where(sign => !char.IsControl(sign)).Take(LongestName)]);
}
