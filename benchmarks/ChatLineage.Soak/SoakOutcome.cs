namespace ChatLineage.Soak;

/// <summary>What came of a run; the number is the exit code of the program.</summary>
internal enum SoakOutcome
{
    /// <summary>Every question was asked and answered once.</summary>
    Whole = 0,

    /// <summary>Questions were lost or answered twice.</summary>
    Faulty = 1,

    /// <summary>It was stopped; what was asked until then was answered once.</summary>
    Partial = 2,
}
