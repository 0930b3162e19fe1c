using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge.Conflicts;

/// <summary>How well a value is supported by those who give it.</summary>
/// <param name="Trust">The trust in its most trusted source, 1 (an article) to 3 (what a maker publishes itself); 0 without
/// sources.</param>
/// <param name="Publishers">How many publishers give it: several pages of one publisher are one voice.</param>
/// <param name="Latest">When the newest of its sources was published; null when none is dated.</param>
/// <remarks>Compared in this order: trust, then independent voices, then recency.</remarks>
public readonly record struct Support(int Trust, int Publishers, PartialDate? Latest) : IComparable<Support>
{
    /// <summary>Measures one side of a conflict.</summary>
    public static Support Of(ConflictSide side)
    {
        ArgumentNullException.ThrowIfNull(side);
        return Of(side.Sources);
    }

    /// <summary>Measures the sources that give a value.</summary>
    public static Support Of(IReadOnlyCollection<Source> sources)
    {
        var dated = sources.Select(source => source.Published).OfType<PartialDate>().ToList();
        return new Support(
            sources.Count == 0 ? 0 : sources.Max(source => source.Trust),
            sources.Select(source => source.Publisher).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            dated.Count == 0 ? null : dated.Max());
    }

    /// <inheritdoc/>
    public int CompareTo(Support other)
    {
        var byTrust = Trust.CompareTo(other.Trust);
        if (byTrust != 0)
            return byTrust;
        var byVoices = Publishers.CompareTo(other.Publishers);
        return byVoices != 0 ? byVoices : Nullable.Compare(Latest, other.Latest);
    }

    /// <summary>Less supported.</summary>
    public static bool operator <(Support left, Support right) => left.CompareTo(right) < 0;

    /// <summary>Better supported.</summary>
    public static bool operator >(Support left, Support right) => left.CompareTo(right) > 0;

    /// <summary>At most as well supported.</summary>
    public static bool operator <=(Support left, Support right) => left.CompareTo(right) <= 0;

    /// <summary>At least as well supported.</summary>
    public static bool operator >=(Support left, Support right) => left.CompareTo(right) >= 0;
}
