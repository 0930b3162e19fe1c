using ChatLineage.LocalModel.Native;

namespace ChatLineage.LocalModel.Catalogue;

/// <summary>The memory of this machine, or of the container that the program runs in.</summary>
/// <param name="AvailableBytes">What can be had now.</param>
/// <param name="TotalBytes">What there is in all.</param>
public sealed record MachineMemory(long AvailableBytes, long TotalBytes)
{
    /// <summary>Asks the machine.</summary>
    /// <returns>Its memory as it is now.</returns>
    public static MachineMemory Measure() => new(MemoryNeed.AvailableBytes(), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    /// <summary>Judges whether a model can run.</summary>
    /// <param name="entry">The model.</param>
    /// <param name="contextTokens">Tokens in its cache.</param>
    /// <returns>The judgement; models on a GPU need that memory there instead.</returns>
    public ModelFit Judge(CatalogueEntry entry, int contextTokens)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var needed = entry.MemoryBytes(contextTokens);
        return needed <= AvailableBytes ? ModelFit.Fits : needed <= TotalBytes ? ModelFit.NeedsFreeMemory : ModelFit.TooLarge;
    }
}
