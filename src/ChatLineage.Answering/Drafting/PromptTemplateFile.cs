using Microsoft.SemanticKernel;

namespace ChatLineage.Answering.Drafting;

/// <summary>A prompt template as maintainers wrote it.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Version">The version that its <c>config.json</c> gives.</param>
/// <param name="Hash">The SHA-256 of both files, line ends normalised, in lower-case hexadecimal digits.</param>
/// <param name="Config">What Semantic Kernel makes a function of; its template is filled in.</param>
internal sealed record PromptTemplateFile(string Name, string Version, string Hash, PromptTemplateConfig Config);
