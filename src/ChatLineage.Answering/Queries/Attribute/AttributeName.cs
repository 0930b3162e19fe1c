namespace ChatLineage.Answering.Queries.Attribute;

/// <summary>The values that can be asked for.</summary>
internal enum AttributeName
{
    /// <summary>When it came out.</summary>
    Date,

    /// <summary>How big it is.</summary>
    Size,

    /// <summary>How open it is.</summary>
    Openness,
}
