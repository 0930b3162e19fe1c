namespace ChatLineage.Answering;

/// <summary>Which part of the program worded an answer.</summary>
public enum Engine
{
    /// <summary>The extractive composer.</summary>
    Composer,

    /// <summary>The language model, every sentence checked.</summary>
    Model,
}
