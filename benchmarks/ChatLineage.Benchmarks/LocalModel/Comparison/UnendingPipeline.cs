using System.Numerics.Tensors;
using LLama.Native;
using LLama.Sampling;

namespace ChatLineage.Benchmarks.LocalModel.Comparison;

/// <summary>The likeliest token that does not end the text, so that all texts have the same length. Cheaper than LLamaSharp's own
/// pipelines.</summary>
internal sealed class UnendingPipeline(bool[] ends) : ISamplingPipeline
{
    public LLamaToken Sample(SafeLLamaContextHandle ctx, int index)
    {
        var logits = ctx.GetLogitsIth(index);
        while (true)
        {
            var best = TensorPrimitives.IndexOfMax<float>(logits);
            if (!ends[best])
                return best;
            logits[best] = float.NegativeInfinity;
        }
    }

    public void Apply(SafeLLamaContextHandle ctx, LLamaTokenDataArray data)
    {
    }

    public void Reset()
    {
    }

    public void Accept(LLamaToken token)
    {
    }

    public void Dispose()
    {
    }
}
