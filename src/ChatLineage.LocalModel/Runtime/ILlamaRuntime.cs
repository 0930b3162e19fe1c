namespace ChatLineage.LocalModel.Runtime;

/// <summary>Loads models, and knows which native build and which devices there are.</summary>
internal interface ILlamaRuntime
{
    /// <summary>The build, the devices and what should be said about them.</summary>
    RuntimeFacts Facts { get; }

    /// <summary>Loads a model. Takes long; the caller chooses the thread.</summary>
    /// <param name="path">A file that was checked.</param>
    /// <param name="gpuLayers">Layers for the GPU; -1 for all.</param>
    /// <param name="mainGpu">The GPU for what cannot be split.</param>
    /// <param name="cancellationToken">Ends the loading.</param>
    /// <exception cref="ModelLoadException">The runtime refuses the file; the message has its reason.</exception>
    ILlamaModel Load(string path, int gpuLayers, int mainGpu, CancellationToken cancellationToken);
}
