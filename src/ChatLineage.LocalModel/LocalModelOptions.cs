using System.Globalization;

namespace ChatLineage.LocalModel;

/// <summary>Which model files are used and how; the configuration section is <see cref="SectionName"/>.</summary>
public sealed class LocalModelOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "LocalModel";

    /// <summary>The GGUF file of the language model.</summary>
    /// <value>A path; null (the default) takes the writer found by <see cref="ModelFolder"/>.</value>
    public string? ModelPath { get; set; }

    /// <summary>The GGUF file of the embedding model.</summary>
    /// <value>A path; null (the default) takes the one found by <see cref="ModelFolder"/>.</value>
    public string? EmbeddingModelPath { get; set; }

    /// <summary>Where <c>chatlineage model pull</c> puts model files.</summary>
    /// <value>A path; null (the default) takes <see cref="Catalogue.ModelStore.DefaultFolder"/>.</value>
    public string? DownloadFolder { get; set; }

    /// <summary>Tokens that the key-value cache holds, shared by all conversations. One request can never be longer than this.</summary>
    /// <value>512 to 1,048,576; default 4,096.</value>
    public int ContextTokens { get; set; } = 4096;

    /// <summary>Most tokens that one decode step takes.</summary>
    /// <value>32 to 4,096, not more than <see cref="ContextTokens"/>; default 512.</value>
    public int BatchTokens { get; set; } = 512;

    /// <summary>Requests that generate at the same time; further ones queue.</summary>
    /// <value>1 to 64; default 4.</value>
    public int Conversations { get; set; } = 4;

    /// <summary>Shared prompt beginnings (system prompts) that stay in the cache whatever else is evicted.</summary>
    /// <value>0 to 16; default 2.</value>
    public int PinnedPrefixes { get; set; } = 2;

    /// <summary>
    /// Memory for conversations that had to leave the key-value cache: to go on with one, its text need not be computed again. A token
    /// takes 23 kB with the model that comes with the program, 128 kB with Llama 3.1 8B.
    /// </summary>
    /// <value>In megabytes, 0 (none) to 65,536; default 256.</value>
    public int IdleCacheMegabytes { get; set; } = 256;

    /// <summary>Requests that may queue; a caller beyond that waits before its request is taken in.</summary>
    /// <value>1 to 10,000; default 64.</value>
    public int QueueLimit { get; set; } = 64;

    /// <summary>Tokens that a request may generate when it names no limit itself.</summary>
    /// <value>1 to 1,048,576; default 512.</value>
    public int MaxOutputTokens { get; set; } = 512;

    /// <summary>CPU threads of the language model.</summary>
    /// <value>1 to 1,024; null (the default) uses every processor of a machine with up to four, else all but one.</value>
    public int? Threads { get; set; }

    /// <summary>Layers that a GPU build computes on the GPU.</summary>
    /// <value>0 for none, -1 for all; null (the default) means all, without a warning where there is no GPU.</value>
    public int? GpuLayers { get; set; }

    /// <summary>The GPU that computes what cannot be split over several.</summary>
    /// <value>0 or more; default 0.</value>
    public int MainGpu { get; set; }

    /// <summary>Another build of the native library (libllama) of the release that the program was made for.</summary>
    /// <value>A file path; null (the default) takes the build that suits the processor.</value>
    public string? LibraryPath { get; set; }

    /// <summary>Whether the SHA-256 of a file that the catalogue knows is checked before it is loaded.</summary>
    /// <value>Default false: hashing takes about as long as loading.</value>
    public bool VerifyChecksum { get; set; }

    /// <summary>Checks every value.</summary>
    /// <returns>One message for each wrong value, naming its configuration key; empty when all is well.</returns>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        Range(problems, nameof(ContextTokens), ContextTokens, 512, 1_048_576);
        Range(problems, nameof(BatchTokens), BatchTokens, 32, 4096);
        Range(problems, nameof(Conversations), Conversations, 1, 64);
        Range(problems, nameof(PinnedPrefixes), PinnedPrefixes, 0, 16);
        Range(problems, nameof(IdleCacheMegabytes), IdleCacheMegabytes, 0, 65_536);
        Range(problems, nameof(QueueLimit), QueueLimit, 1, 10_000);
        Range(problems, nameof(MaxOutputTokens), MaxOutputTokens, 1, 1_048_576);
        Range(problems, nameof(Threads), Threads ?? 1, 1, 1024);
        Range(problems, nameof(GpuLayers), GpuLayers ?? -1, -1, 10_000);
        Range(problems, nameof(MainGpu), MainGpu, 0, 255);
        if (BatchTokens > ContextTokens)
        {
            const string Most = $"{SectionName}:{nameof(ContextTokens)}";
            problems.Add(Text($"{SectionName}:{nameof(BatchTokens)} is {BatchTokens}, more than {Most} ({ContextTokens})."));
        }

        NotBlank(problems, nameof(ModelPath), ModelPath);
        NotBlank(problems, nameof(EmbeddingModelPath), EmbeddingModelPath);
        NotBlank(problems, nameof(DownloadFolder), DownloadFolder);
        NotBlank(problems, nameof(LibraryPath), LibraryPath);
        return problems;
    }

    private static void Range(List<string> problems, string key, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            problems.Add(Text($"{SectionName}:{key} is {value}; it must be {least} to {most}."));
        }
    }

    private static void NotBlank(List<string> problems, string key, string? value)
    {
        if (value is not null && string.IsNullOrWhiteSpace(value))
        {
            problems.Add(Text($"{SectionName}:{key} is blank; give a path or leave it out."));
        }
    }

    private static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
