using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Scheduling;

/// <summary>The context of the model, and another one after a fault. Texts of running requests are computed again in the new one.</summary>
internal sealed class ContextKeeper : IDisposable
{
    private readonly Func<ILlamaContext> _create;
    private readonly SequenceCache _cache;
    private ILlamaContext? _context;

    /// <exception cref="ModelLoadException">The context cannot be made.</exception>
    public ContextKeeper(Func<ILlamaContext> create, SequenceCache cache)
    {
        _create = create;
        _cache = cache;
        _context = create();
    }

    /// <summary>The context; after a loss another one.</summary>
    /// <returns>Null when it cannot be made.</returns>
    public ILlamaContext? Get(out GenerationException? problem)
    {
        problem = null;
        try
        {
            return _context ??= _create();
        }
        catch (ModelLoadException refused)
        {
            problem = new GenerationException("The context of the model was lost and could not be made again. " + refused.Message, refused);
            return null;
        }
    }

    /// <summary>Gives the context up, and with it everything that it has computed.</summary>
    public void Lose()
    {
        _context?.Dispose();
        _context = null;
        _cache.ForgetAll();
    }

    /// <inheritdoc/>
    public void Dispose() => Lose();
}
