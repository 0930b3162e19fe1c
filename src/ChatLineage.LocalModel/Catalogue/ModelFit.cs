namespace ChatLineage.LocalModel.Catalogue;

/// <summary>Whether a machine can run a model.</summary>
public enum ModelFit
{
    /// <summary>The memory that is free now is enough.</summary>
    Fits,

    /// <summary>The machine has enough memory, but other programs hold it now.</summary>
    NeedsFreeMemory,

    /// <summary>The machine has too little memory.</summary>
    TooLarge,
}
