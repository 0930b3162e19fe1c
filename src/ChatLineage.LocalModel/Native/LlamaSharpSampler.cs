using System.Numerics.Tensors;
using ChatLineage.LocalModel.Runtime;
using LLama.Native;

namespace ChatLineage.LocalModel.Native;

/// <summary>
/// Chooses a request's tokens. A grammar is applied to the chosen candidate first and to the whole vocabulary only when it refuses that
/// one: applying it to 49,000 tokens costs a thousand times as much as to one.
/// </summary>
internal sealed class LlamaSharpSampler : ITokenSampler
{
    private const int LongestGrammar = 256 * 1024;
    private const int PenaltyWindow = 256;

    // Top-p sorts what it gets: 2.2 ms for 49,000 tokens, 0.1 ms for a thousand, among which the nucleus lies in practice.
    private const int NucleusCandidates = 1024;
    private readonly SafeLLamaSamplerChainHandle? _chain;
    private readonly SafeLLamaSamplerChainHandle? _grammar;
    private readonly bool[] _endsGeneration;
    private readonly LLamaTokenData[] _one = new LLamaTokenData[1];

    /// <exception cref="GenerationException">The grammar is invalid.</exception>
    public LlamaSharpSampler(SafeLlamaModelHandle model, SamplingSettings settings, bool[] endsGeneration)
    {
        _endsGeneration = endsGeneration;
        _grammar = settings.Grammar is null ? null : CreateGrammar(model, settings.Grammar);
        _chain = CreateChain(settings);
    }

    /// <summary>How often the grammar refused the first choice.</summary>
    public int Resamples { get; private set; }

    /// <summary>Chooses a token and remembers it.</summary>
    /// <param name="logits">One value a token.</param>
    /// <param name="candidates">Room for the whole vocabulary; its content is overwritten.</param>
    /// <returns>The token, or -1 when the grammar allows none.</returns>
    public int Next(Span<float> logits, LLamaTokenData[] candidates)
    {
        var best = _chain is null ? TensorPrimitives.IndexOfMax(logits) : Draw(logits, candidates, withGrammar: false);
        if (best < 0 || float.IsNaN(logits[best]))
        {
            throw new InvalidOperationException("The model computed no usable probabilities.");
        }

        if (_grammar is not null && !Allows(_grammar, best))
        {
            Resamples++;
            best = Draw(logits, candidates, withGrammar: true);
            if (best < 0)
            {
                return -1;
            }
        }

        // The end of the text needs no remembering, and accepting a token that the grammar forbids would end the process.
        if (!_endsGeneration[best])
        {
            _grammar?.Accept(best);
            _chain?.Accept(best);
        }

        return best;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _chain?.Dispose();
        _grammar?.Dispose();
    }

    private int Draw(Span<float> logits, LLamaTokenData[] candidates, bool withGrammar)
    {
        for (var id = 0; id < logits.Length; id++)
        {
            candidates[id] = new LLamaTokenData(id, logits[id], 0);
        }

        using var pin = LLamaTokenDataArrayNative.Create(new LLamaTokenDataArray(candidates.AsMemory(0, logits.Length)), out var native);
        if (withGrammar)
        {
            _grammar!.Apply(ref native);
            if (Likeliest(native.Data) is not { } allowed)
            {
                return -1;
            }

            if (_chain is null)
            {
                return allowed;
            }
        }

        _chain!.Apply(ref native);
        return native.Selected < 0 ? -1 : (int)native.Data[(int)native.Selected].ID;
    }

    private static int? Likeliest(ReadOnlySpan<LLamaTokenData> candidates)
    {
        int? best = null;
        var height = float.NegativeInfinity;
        foreach (var candidate in candidates)
        {
            if (candidate.Logit > height)
            {
                (best, height) = ((int)candidate.ID, candidate.Logit);
            }
        }

        return best;
    }

    private bool Allows(SafeLLamaSamplerChainHandle grammar, int token)
    {
        _one[0] = new LLamaTokenData(token, 1, 0);
        using var pin = LLamaTokenDataArrayNative.Create(new LLamaTokenDataArray(_one, isSorted: true), out var native);
        grammar.Apply(ref native);
        return !float.IsNegativeInfinity(_one[0].Logit);
    }

    private static SafeLLamaSamplerChainHandle? CreateChain(SamplingSettings settings)
    {
        var penalised = settings.FrequencyPenalty != 0 || settings.PresencePenalty != 0;
        if (settings.Temperature <= 0 && !penalised)
        {
            return null;
        }

        var chain = SafeLLamaSamplerChainHandle.Create(LLamaSamplerChainParams.Default());
        if (penalised)
        {
            chain.AddPenalties(PenaltyWindow, 1, settings.FrequencyPenalty, settings.PresencePenalty);
        }

        if (settings.Temperature <= 0)
        {
            chain.AddGreedySampler();
            return chain;
        }

        if (settings.TopK > 0 || settings.TopP < 1)
        {
            chain.AddTopK(settings.TopK > 0 ? settings.TopK : NucleusCandidates);
        }

        if (settings.TopP < 1)
        {
            chain.AddTopP(settings.TopP, 1);
        }

        if (settings.MinP > 0)
        {
            chain.AddMinP(settings.MinP, 1);
        }

        chain.AddTemperature(settings.Temperature);
        chain.AddDistributionSampler(settings.Seed);
        return chain;
    }

    private static SafeLLamaSamplerChainHandle CreateGrammar(SafeLlamaModelHandle model, string grammar)
    {
        if (string.IsNullOrWhiteSpace(grammar) || grammar.Length > LongestGrammar || grammar.Contains('\0', StringComparison.Ordinal))
        {
            throw new GenerationException($"The grammar is blank, longer than {LongestGrammar} characters, or contains a zero character.");
        }

        // AddGrammar returns as if nothing had happened when the grammar is wrong, and the first use would end the process.
        var chain = SafeLLamaSamplerChainHandle.Create(LLamaSamplerChainParams.Default());
        using var log = NativeLog.Capture();
        chain.AddGrammar(model, grammar, "root");
        if (!log.HasErrors)
        {
            return chain;
        }

        chain.Dispose();
        throw new GenerationException($"The grammar is not valid GBNF with a rule 'root': {log.Reason}.");
    }
}
