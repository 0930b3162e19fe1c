namespace ChatLineage.Knowledge.Claims;

/// <summary>What a predicate means for lineage.</summary>
public enum LineageRole
{
    /// <summary>The subject was made out of the object: its weights, its rows or its code.</summary>
    Derivation,

    /// <summary>The subject follows the object in a line of versions; no weights need to pass.</summary>
    Succession,

    /// <summary>The object went into the subject: training data, teacher outputs, a component.</summary>
    Ingredient,

    /// <summary>Who made, released, led or paid for the subject.</summary>
    Provenance,

    /// <summary>Under which terms the subject may be used.</summary>
    Terms,

    /// <summary>Anything else that relates the two.</summary>
    Context,
}
