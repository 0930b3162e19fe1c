namespace ChatLineage.Knowledge.Entities;

/// <summary>Whether a licence lets people make money with what it covers.</summary>
public enum CommercialUse
{
    /// <summary>Commercial use is allowed.</summary>
    Allowed,

    /// <summary>Commercial use is allowed under limits, such as a threshold of users or revenue.</summary>
    Conditional,

    /// <summary>Commercial use is not allowed.</summary>
    Forbidden,
}
