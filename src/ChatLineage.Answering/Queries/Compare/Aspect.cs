namespace ChatLineage.Answering.Queries.Compare;

/// <summary>What a comparison is about.</summary>
internal enum Aspect
{
    /// <summary>Which came first.</summary>
    Order,

    /// <summary>How much time lies between them.</summary>
    Interval,

    /// <summary>Which is bigger.</summary>
    Size,

    /// <summary>Their licences.</summary>
    Licence,

    /// <summary>Their bases.</summary>
    Base,

    /// <summary>Their makers.</summary>
    Maker,

    /// <summary>Their training data.</summary>
    Data,

    /// <summary>Whether they are one thing.</summary>
    Sameness,

    /// <summary>What each of them is.</summary>
    Nature,
}
