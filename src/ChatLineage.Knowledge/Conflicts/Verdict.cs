namespace ChatLineage.Knowledge.Conflicts;

/// <summary>Which side of a conflict the maintainers hold to be better supported.</summary>
public enum Verdict
{
    /// <summary>The first side.</summary>
    First,

    /// <summary>The second side.</summary>
    Second,

    /// <summary>Both are true of different things or times.</summary>
    Both,

    /// <summary>The record does not decide it.</summary>
    Undecided,
}
