namespace ChatLineage.Answering.Checking;

/// <summary>What the notes say about a statement of a text.</summary>
public enum StatementVerdict
{
    /// <summary>The notes say so, wholly or in part.</summary>
    Supported,

    /// <summary>The notes say otherwise; where sources disagree, the better supported one does.</summary>
    Contradicted,

    /// <summary>Sources disagree and none is better supported.</summary>
    Disputed,

    /// <summary>Nothing in the notes speaks for or against it.</summary>
    NotRecorded,
}
