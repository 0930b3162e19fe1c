using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatLineage.LocalModel.Catalogue;

/// <summary>The form of <c>catalogue.json</c>.</summary>
internal sealed record CatalogueDocument(IReadOnlyList<CatalogueDocument.Model> Models)
{
    /// <summary>Reads the catalogue that is compiled into the program.</summary>
    public static IReadOnlyList<CatalogueEntry> ReadEmbedded()
    {
        const string name = "ChatLineage.LocalModel.catalogue.json";
        using var stream = typeof(CatalogueDocument).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource '{name}' is missing.");
        return Read(stream);
    }

    /// <exception cref="JsonException">The text has another form.</exception>
    public static IReadOnlyList<CatalogueEntry> Read(Stream stream)
    {
        var document = JsonSerializer.Deserialize(stream, CatalogueJsonContext.Default.CatalogueDocument)
            ?? throw new JsonException("The catalogue is empty.");
        return [.. document.Models.Select(model => model.ToEntry())];
    }

    /// <summary>One model.</summary>
    internal sealed record Model(
        string Name,
        string Title,
        string File,
        ModelUse Kind,
        long Parameters,
        long Bytes,
        string Licence,
        int ContextTokens,
        int CacheBytesPerToken,
        string? Sha256 = null,
        string? Repository = null)
    {
        public CatalogueEntry ToEntry() => new(
            Name, Title, File, Kind == ModelUse.Embedding, Parameters, Bytes, Licence, ContextTokens, CacheBytesPerToken, Sha256,
            Repository);
    }

    /// <summary>What a model is for.</summary>
    internal enum ModelUse
    {
        /// <summary>It writes text.</summary>
        Language,

        /// <summary>It makes vectors.</summary>
        Embedding,
    }
}

/// <summary>Reads the catalogue without reflection, which would cost the start of the program.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CatalogueDocument))]
internal sealed partial class CatalogueJsonContext : JsonSerializerContext;
