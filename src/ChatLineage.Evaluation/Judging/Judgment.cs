using System.Collections.Immutable;

namespace ChatLineage.Evaluation.Judging;

/// <summary>What is wrong with an answer; nothing when it is right.</summary>
/// <param name="Missing">Groups of which no alternative occurs.</param>
/// <param name="Forbidden">Words that occur and must not.</param>
/// <param name="WrongAbstention">True when it abstains and should answer; false when it answers and should abstain; null when that is
/// right.</param>
public sealed record Judgment(ImmutableArray<ImmutableArray<string>> Missing, ImmutableArray<string> Forbidden, bool? WrongAbstention)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsRight => Missing.IsEmpty && Forbidden.IsEmpty && WrongAbstention is null;
}
