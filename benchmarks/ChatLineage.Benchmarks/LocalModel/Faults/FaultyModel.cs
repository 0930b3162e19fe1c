using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.Benchmarks.LocalModel.Faults;

/// <summary>A real model of which each decode step is announced, and fails where the listener says so.</summary>
internal sealed class FaultyModel(ILlamaModel inner, Func<Fault> next) : ILlamaModel
{
    public ModelFacts Facts => inner.Facts;

    public int[] Tokenize(string text, bool addSpecial) => inner.Tokenize(text, addSpecial);

    public int CopyText(int token, Span<byte> destination) => inner.CopyText(token, destination);

    public bool EndsGeneration(int token) => inner.EndsGeneration(token);

    public string? ApplyTemplate(IReadOnlyList<TemplateMessage> messages) => inner.ApplyTemplate(messages);

    public ILlamaContext CreateContext(ContextSettings settings) => new FaultyContext(inner.CreateContext(settings), next);

    public ITokenSampler CreateSampler(SamplingSettings settings) => inner.CreateSampler(settings);

    public void Dispose() => inner.Dispose();
}
