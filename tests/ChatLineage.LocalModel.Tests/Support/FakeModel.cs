using System.Text;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Tests.Support;

/// <summary>
/// A model whose tokens are bytes (token = byte + 10) and whose chat format is ChatML. What it writes depends on every token before, so
/// that a mistake in the bookkeeping of the cache changes the text.
/// </summary>
internal sealed class FakeModel : ILlamaModel
{
    public const int TurnStart = 1;
    public const int TurnEnd = 2;
    private const int FirstByte = 10;

    public FakeModel(Func<IReadOnlyList<int>, int>? next = null) => Next = next ?? Scramble;

    /// <summary>Chooses the token after a text.</summary>
    public Func<IReadOnlyList<int>, int> Next { get; set; }

    public ModelFacts Facts { get; init; } = new(
        "fake.gguf", "Fake", "llama", 1000, 4000, 2, 300, 4, 10_000, null,
        [new SpecialToken(TurnStart, "<|im_start|>"), new SpecialToken(TurnEnd, "<|im_end|>")]);

    public bool HasTemplate { get; init; } = true;

    public List<FakeContext> Contexts { get; } = [];

    public Action<FakeContext>? OnCreate { get; set; }

    public int SamplersAlive { get; set; }

    public bool IsDisposed { get; private set; }

    public FakeContext Context => Contexts[^1];

    /// <summary>Letters that follow from all tokens before; now and then the end of the text.</summary>
    public static int Scramble(IReadOnlyList<int> tokens)
    {
        var hash = 17u;
        foreach (var token in tokens)
        {
            hash = (hash * 31) + (uint)token;
        }

        hash ^= hash >> 15;
        return hash % 41 == 0 ? TurnEnd : FirstByte + 'a' + (int)(hash % 26);
    }

    /// <summary>Writes a fixed text after whatever prompt, then ends.</summary>
    public static Func<IReadOnlyList<int>, int> Write(string text, int promptTokens) => tokens =>
        tokens.Count - promptTokens is var at
            && at < Encoding.UTF8.GetByteCount(text) ? FirstByte + Encoding.UTF8.GetBytes(text)[at] : TurnEnd;

    public static int[] Encode(string text) => [.. Encoding.UTF8.GetBytes(text).Select(value => FirstByte + value)];

    /// <summary>What the model writes after a prompt when nothing else is going on.</summary>
    public string Expected(int[] prompt, int most)
    {
        var tokens = prompt.ToList();
        var text = new List<byte>();
        while (text.Count < most && Next(tokens) is var next && !EndsGeneration(next))
        {
            tokens.Add(next);
            text.Add((byte)(next - FirstByte));
        }

        return Encoding.UTF8.GetString([.. text]);
    }

    public int[] Tokenize(string text, bool addSpecial) => addSpecial ? [TurnStart, .. Encode(text), TurnEnd] : Encode(text);

    public int CopyText(int token, Span<byte> destination)
    {
        if (token < FirstByte)
        {
            return 0;
        }

        destination[0] = (byte)(token - FirstByte);
        return 1;
    }

    public bool EndsGeneration(int token) => token == TurnEnd;

    public string? ApplyTemplate(IReadOnlyList<TemplateMessage> messages) => HasTemplate
        ? string.Concat(messages.Select(message => $"<|im_start|>{message.Role}\n{message.Content}<|im_end|>\n"))
            + "<|im_start|>assistant\n"
        : null;

    public ILlamaContext CreateContext(ContextSettings settings)
    {
        var context = new FakeContext(this, settings);
        OnCreate?.Invoke(context);
        Contexts.Add(context);
        return context;
    }

    public ITokenSampler CreateSampler(SamplingSettings settings)
    {
        if (settings.Grammar == "bad")
        {
            throw new GenerationException("The grammar is not valid.");
        }

        SamplersAlive++;
        return new FakeSampler(this);
    }

    public void Dispose() => IsDisposed = true;

    private sealed class FakeSampler(FakeModel model) : ITokenSampler
    {
        public void Dispose() => model.SamplersAlive--;
    }
}
