using System.Globalization;

namespace ChatLineage.Cli.ModelServer;

/// <summary>
/// A server that words the answers instead of the model in the program: llama-server, vLLM, Ollama, LM Studio, or another that speaks
/// OpenAI's chat protocol. The configuration section is <see cref="SectionName"/>.
/// </summary>
internal sealed class ModelServerOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "ModelServer";

    /// <summary>The model, by the name that the server has for it.</summary>
    /// <value>Null (the default) uses no server.</value>
    public string? Model { get; set; }

    /// <summary>Where the server's paths begin, with <c>/v1</c> for the servers named above.</summary>
    /// <value>An http or https address; the default is that of llama-server on this machine.</value>
    public string Address { get; set; } = "http://localhost:8080/v1";

    /// <summary>What the server asks for as a bearer token. A secret: it belongs into the environment or into user secrets.</summary>
    /// <value>Null (the default) for servers that ask for none.</value>
    public string? ApiKey { get; set; }

    /// <summary>Seconds of silence after which an answer is given up.</summary>
    /// <value>1 to 600; default 60: a busy server lets requests wait.</value>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>Whether a server is used.</summary>
    internal bool IsSet => Model is not null;

    /// <summary>Checks every value.</summary>
    /// <returns>One message for each wrong value, beginning with its configuration key; empty when all is well.</returns>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        if (Model is not null && string.IsNullOrWhiteSpace(Model))
            problems.Add($"{SectionName}:{nameof(Model)} is blank; name a model of the server, or leave it out to use the one in the program.");
        if (!Uri.TryCreate(Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            problems.Add($"{SectionName}:{nameof(Address)} is '{Address}'; it must be an http or https address such as http://localhost:8080/v1.");
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0)
            problems.Add($"{SectionName}:{nameof(Address)} holds a name, a password or a query; give the key as {SectionName}:{nameof(ApiKey)} instead.");
        if (ApiKey is not null && (ApiKey.Length == 0 || ApiKey.Any(sign => sign is <= ' ' or > '~')))
            problems.Add($"{SectionName}:{nameof(ApiKey)} is empty, or has spaces or characters other than ASCII; copy it again.");
        if (TimeoutSeconds is < 1 or > 600)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{SectionName}:{nameof(TimeoutSeconds)} is {TimeoutSeconds}; it must be 1 to 600."));
        return problems;
    }
}
