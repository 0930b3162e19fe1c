using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge.Claims;

/// <summary>One thing that sources say: subject, predicate, object, with when it held and who says so.</summary>
/// <remarks>Immutable. Sources that disagree make two claims; nothing is merged away.</remarks>
public sealed class Claim
{
    /// <summary>What the claim is about.</summary>
    public required Entity Subject { get; init; }

    /// <summary>How subject and object relate.</summary>
    public required Predicate Predicate { get; init; }

    /// <summary>What the subject relates to.</summary>
    public required Entity Object { get; init; }

    /// <summary>A short qualification in the maintainers' words; null when there is none.</summary>
    public string? Detail { get; init; }

    /// <summary>When it held or happened; null when no source says.</summary>
    public PartialDate? On { get; init; }

    /// <summary>When it ceased to hold; null when it holds, as far as recorded.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>Who says so: at least one.</summary>
    public required ImmutableArray<Source> Sources { get; init; }

    /// <summary>Why the claim is recorded but not believed; null when it stands.</summary>
    public string? Disputed { get; init; }

    /// <summary>True when the claim is believed, also of a time that is over.</summary>
    public bool Stands => Disputed is null;

    /// <summary>True when the claim is believed and not over.</summary>
    public bool Holds => Stands && Until is null;

    /// <summary>Subject, predicate and object as notes write them.</summary>
    public override string ToString() => $"{Subject.Id} {Predicate.Id} {Object.Id}";
}
