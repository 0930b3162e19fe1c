namespace ChatLineage.Answering.Understanding.Shape;

/// <summary>The things that questions ask for.</summary>
internal enum Topic
{
    /// <summary>A relation out of the predicates of the cue.</summary>
    Relation,

    /// <summary>When something came out or happened.</summary>
    Date,

    /// <summary>How big something is.</summary>
    Size,

    /// <summary>Under which licence something stands.</summary>
    Licence,

    /// <summary>Whether something may be used commercially.</summary>
    Commercial,

    /// <summary>Whether terms of a base pass on.</summary>
    Inheritance,

    /// <summary>Whether something is open.</summary>
    Openness,

    /// <summary>What something goes back to in the end.</summary>
    Root,

    /// <summary>All of what something comes from.</summary>
    Ancestry,

    /// <summary>What would feel it if something went away.</summary>
    Impact,

    /// <summary>How two things are related.</summary>
    Path,

    /// <summary>What two things have in common.</summary>
    Common,

    /// <summary>How two things differ.</summary>
    Difference,

    /// <summary>Whether two names mean one thing.</summary>
    Sameness,

    /// <summary>Which came first or last.</summary>
    Order,

    /// <summary>Which is bigger or smaller.</summary>
    Larger,

    /// <summary>Whether sources disagree, or what a text says is true.</summary>
    Conflict,

    /// <summary>How many.</summary>
    Count,

    /// <summary>A list.</summary>
    List,

    /// <summary>What happened, in order.</summary>
    Timeline,

    /// <summary>What something is.</summary>
    Definition,

    /// <summary>Why or how something is so.</summary>
    Reason,

    /// <summary>How something came to be.</summary>
    Origin,

    /// <summary>Why something mattered, and what came of it.</summary>
    Significance,

    /// <summary>Which of several things of one name is meant.</summary>
    WhichOne,
}
