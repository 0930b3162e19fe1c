namespace ChatLineage.Chat.Platforms;

/// <summary>What a platform can do with a reply that is already visible.</summary>
public enum Updating
{
    /// <summary>Nothing: a reply is shown once, when it is complete.</summary>
    None,

    /// <summary>Text can be added at its end.</summary>
    Append,

    /// <summary>Its text can be replaced.</summary>
    Edit,
}
