namespace ChatLineage.LocalModel.Catalogue;

/// <summary>
/// The models that the program knows. Length and SHA-256 of each file that does not come with the program were found the same in at least two
/// independent public sources (August to November 2026); the cache sizes follow from the published layers and key-value heads of each model.
/// </summary>
public static class ModelCatalogue
{
    private const string Apache = "Apache-2.0";

    /// <summary>Every entry, those that come with the program first, then by size.</summary>
    public static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        new("writer-135m", "ChatLineage Writer 135M", ModelFolder.WriterFile, false, 134_515_008, 100_574_176, Apache, 8192, 23_040,
            "4bce2814b5eee9b1526fbf408c02d718560f1068695f74061228d2ac1682779f", null),
        new("minilm-l6", "all-MiniLM-L6-v2", ModelFolder.EmbeddingFile, true, 22_713_216, 25_285_312, Apache, 512, 0,
            "bf1d74689ea4b1d2db7bc1ee52ed8f4618984437d05ba47d7513d24a8c5f18ed", null),
        new("smollm2-135m", "SmolLM2 135M Instruct", "SmolLM2-135M-Instruct-Q8_0.gguf", false, 134_515_008, 144_811_360, Apache, 8192, 23_040,
            "5a1395716f7913741cc51d98581b9b1228d80987a9f7d3664106742eb06bba83", HuggingFace("bartowski/SmolLM2-135M-Instruct-GGUF", "SmolLM2-135M-Instruct-Q8_0.gguf")),
        new("smollm2-360m", "SmolLM2 360M Instruct", "smollm2-360m-instruct-q8_0.gguf", false, 361_821_120, 386_404_992, Apache, 8192, 40_960,
            "48ab3034d0dd401fbc721eb1df3217902fee7dab9078992d66431f09b7750201", HuggingFace("HuggingFaceTB/SmolLM2-360M-Instruct-GGUF", "smollm2-360m-instruct-q8_0.gguf")),
        new("qwen2.5-0.5b", "Qwen2.5 0.5B Instruct", "qwen2.5-0.5b-instruct-q4_k_m.gguf", false, 494_032_768, 491_400_032, Apache, 32_768, 12_288,
            "74a4da8c9fdbcd15bd1f6d01d621410d31c6fc00986f5eb687824e7b93d7a9db", HuggingFace("Qwen/Qwen2.5-0.5B-Instruct-GGUF", "qwen2.5-0.5b-instruct-q4_k_m.gguf")),
        new("llama-3.2-1b", "Llama 3.2 1B Instruct", "Llama-3.2-1B-Instruct-Q4_K_M.gguf", false, 1_235_814_400, 807_694_464, "Llama 3.2 Community License", 131_072, 32_768,
            "6f85a640a97cf2bf5b8e764087b1e83da0fdb51d7c9fab7d0fece9385611df83", HuggingFace("bartowski/Llama-3.2-1B-Instruct-GGUF", "Llama-3.2-1B-Instruct-Q4_K_M.gguf")),
        new("smollm2-1.7b", "SmolLM2 1.7B Instruct", "smollm2-1.7b-instruct-q4_k_m.gguf", false, 1_711_376_384, 1_055_609_536, Apache, 8192, 196_608,
            "decd2598bc2c8ed08c19adc3c8fdd461ee19ed5708679d1c54ef54a5a30d4f33", HuggingFace("HuggingFaceTB/SmolLM2-1.7B-Instruct-GGUF", "smollm2-1.7b-instruct-q4_k_m.gguf")),
        new("qwen2.5-1.5b", "Qwen2.5 1.5B Instruct", "qwen2.5-1.5b-instruct-q4_k_m.gguf", false, 1_543_714_304, 1_117_320_736, Apache, 32_768, 28_672,
            "6a1a2eb6d15622bf3c96857206351ba97e1af16c30d7a74ee38970e434e9407e", HuggingFace("Qwen/Qwen2.5-1.5B-Instruct-GGUF", "qwen2.5-1.5b-instruct-q4_k_m.gguf")),
        new("smollm3-3b", "SmolLM3 3B", "SmolLM3-Q4_K_M.gguf", false, 3_075_098_624, 1_915_305_312, Apache, 65_536, 73_728,
            "8334b850b7bd46238c16b0c550df2138f0889bf433809008cc17a8b05761863e", HuggingFace("ggml-org/SmolLM3-3B-GGUF", "SmolLM3-Q4_K_M.gguf")),
        new("llama-3.2-3b", "Llama 3.2 3B Instruct", "Llama-3.2-3B-Instruct-Q4_K_M.gguf", false, 3_212_749_824, 2_019_377_696, "Llama 3.2 Community License", 131_072, 114_688,
            "6c1a2b41161032677be168d354123594c0e6e67d2b9227c84f296ad037c728ff", HuggingFace("bartowski/Llama-3.2-3B-Instruct-GGUF", "Llama-3.2-3B-Instruct-Q4_K_M.gguf")),
        new("llama-3.1-8b", "Llama 3.1 8B Instruct", "Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf", false, 8_030_261_248, 4_920_739_232, "Llama 3.1 Community License", 131_072, 131_072,
            "7b064f5842bf9532c91456deda288a1b672397a54fa729aa665952863033557c", HuggingFace("bartowski/Meta-Llama-3.1-8B-Instruct-GGUF", "Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf")),
        new("nomic-embed-1.5", "nomic-embed-text-v1.5", "nomic-embed-text-v1.5.Q8_0.gguf", true, 136_731_648, 146_146_432, Apache, 2048, 0,
            "3e24342164b3d94991ba9692fdc0dd08e3fd7362e0aacc396a9a5c54a544c3b7", HuggingFace("nomic-ai/nomic-embed-text-v1.5-GGUF", "nomic-embed-text-v1.5.Q8_0.gguf")),
    ];

    /// <summary>Finds an entry by its name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>The entry, or null.</returns>
    public static CatalogueEntry? Find(string name) => Entries.FirstOrDefault(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds the entry that a file's name belongs to.</summary>
    /// <param name="path">A path or a file name.</param>
    /// <returns>The entry, or null.</returns>
    public static CatalogueEntry? FindByFile(string path) =>
        Entries.FirstOrDefault(entry => entry.FileName.Equals(Path.GetFileName(path), StringComparison.OrdinalIgnoreCase));

    private static Uri HuggingFace(string repository, string file) => new($"https://huggingface.co/{repository}/resolve/main/{file}");
}
