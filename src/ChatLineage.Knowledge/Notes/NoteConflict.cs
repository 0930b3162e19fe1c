using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Notes;

/// <summary>A conflict as a note writes it, before ids are resolved.</summary>
/// <param name="Predicate">The relation on which sources disagree.</param>
/// <param name="Aspect">Which part of it; null when it is the object itself.</param>
/// <param name="First">One value.</param>
/// <param name="FirstSources">The ids of its sources.</param>
/// <param name="Second">The other value.</param>
/// <param name="SecondSources">The ids of its sources.</param>
/// <param name="Better">Which side holds.</param>
/// <param name="Because">Why.</param>
public sealed record NoteConflict(
    Located<Predicate> Predicate,
    string? Aspect,
    string First,
    ImmutableArray<Located<string>> FirstSources,
    string Second,
    ImmutableArray<Located<string>> SecondSources,
    Verdict Better,
    string Because)
{
    /// <summary>Where <see cref="First"/> stands.</summary>
    public Position FirstAt { get; init; }

    /// <summary>Where <see cref="Second"/> stands.</summary>
    public Position SecondAt { get; init; }

    /// <summary>True when the sides are dates.</summary>
    public bool IsAboutDate => Aspect is not null && Aspect.Contains("date", StringComparison.Ordinal);
}
