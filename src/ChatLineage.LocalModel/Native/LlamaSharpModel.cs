using System.Text;
using ChatLineage.LocalModel.Runtime;
using LLama;
using LLama.Exceptions;
using LLama.Native;

namespace ChatLineage.LocalModel.Native;

/// <summary>A model loaded through LLamaSharp. The only code besides its context and sampler that touches native handles.</summary>
internal sealed class LlamaSharpModel : ILlamaModel
{
    // Far above any prompt; the tokeniser allocates for the whole text at once.
    private const int LongestText = 16 * 1024 * 1024;
    private readonly SafeLlamaModelHandle _handle;
    private readonly bool[] _endsGeneration;

    public LlamaSharpModel(SafeLlamaModelHandle handle, string path)
    {
        _handle = handle;
        var vocabulary = handle.Vocab;
        var count = vocabulary.Count;
        _endsGeneration = new bool[count];
        var special = new List<SpecialToken>();
        for (var id = 0; id < count; id++)
        {
            LLamaToken token = id;
            _endsGeneration[id] = token.IsEndOfGeneration(vocabulary);
            if ((token.GetAttributes(vocabulary) & (LLamaTokenAttr.Control | LLamaTokenAttr.Unknown)) != 0
                && TextOf(id, special: true) is { Length: > 0 } text)
            {
                special.Add(new SpecialToken(id, text));
            }
        }

        Facts = new ModelFacts(
            path,
            Metadata("general.name") ?? Path.GetFileNameWithoutExtension(path),
            Metadata("general.architecture") ?? "unknown",
            (long)handle.ParameterCount,
            (long)handle.SizeInBytes,
            handle.LayerCount,
            count,
            handle.EmbeddingSize,
            handle.ContextSize,
            vocabulary.ShouldAddBOS && vocabulary.BOS is { } begin ? (int)begin : null,
            special);
    }

    /// <inheritdoc/>
    public ModelFacts Facts { get; }

    /// <inheritdoc/>
    public int[] Tokenize(string text, bool addSpecial)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        if (text.Length > LongestText)
        {
            throw new GenerationException($"The text has {text.Length} characters; at most {LongestText} can be tokenised at once.");
        }

        var tokens = _handle.Tokenize(text, addSpecial, special: false, Encoding.UTF8);
        return Array.ConvertAll(tokens, token => (int)token);
    }

    /// <inheritdoc/>
    public int CopyText(int token, Span<byte> destination)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        ThrowIfNotAToken(token);
        return (int)_handle.TokenToSpan(token, destination, 0, special: false);
    }

    /// <inheritdoc/>
    public bool EndsGeneration(int token)
    {
        ThrowIfNotAToken(token);
        return _endsGeneration[token];
    }

    /// <inheritdoc/>
    public string? ApplyTemplate(IReadOnlyList<TemplateMessage> messages)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        if (_handle.GetTemplate(null, strict: false) is not { Length: > 0 } source)
        {
            return null;
        }

        var template = new LLamaTemplate(source) { AddAssistant = true };
        foreach (var message in messages)
        {
            template.Add(message.Role, message.Content);
        }

        try
        {
            return Encoding.UTF8.GetString(template.Apply());
        }
        catch (MissingTemplateException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public ILlamaContext CreateContext(ContextSettings settings)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        return LlamaSharpContextOpening.Open(_handle, Facts, settings);
    }

    /// <inheritdoc/>
    public ITokenSampler CreateSampler(SamplingSettings settings)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        return new LlamaSharpSampler(_handle, settings, _endsGeneration);
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private void ThrowIfNotAToken(int token) =>
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)token, (uint)_endsGeneration.Length, nameof(token));

    private string TextOf(int token, bool special)
    {
        Span<byte> bytes = stackalloc byte[512];
        var length = (int)_handle.TokenToSpan(token, bytes, 0, special);
        return length > bytes.Length ? "" : Encoding.UTF8.GetString(bytes[..length]);
    }

    // LLamaSharp 0.30 passes the key without the zero that ends it, so that what lies behind it in memory belongs to the key.
    private string? Metadata(string key) =>
        _handle.MetadataValueByKey(key + '\0') is { } value ? Encoding.UTF8.GetString(value.Span).TrimEnd('\0') : null;
}
