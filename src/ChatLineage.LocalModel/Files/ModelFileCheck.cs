using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatLineage.LocalModel.Files;

/// <summary>
/// Judges a model file before the runtime sees it. The runtime's own reasons reach only its log, and some mistakes (an embedding model
/// used for chat) it does not notice at all.
/// </summary>
internal static partial class ModelFileCheck
{
    // Encoders of the llama.cpp release that the program ships: they load as language models and produce nonsense.
    private static readonly HashSet<string> Encoders = new(StringComparer.Ordinal)
    {
        "bert", "modern-bert", "nomic-bert", "nomic-bert-moe", "neo-bert", "eurobert", "jina-bert-v2", "jina-bert-v3", "gemma-embedding",
        "t5encoder",
    };

    /// <summary>Checks a file and returns its header.</summary>
    /// <exception cref="ModelLoadException">The file cannot be used; the message names it, says why and what to do.</exception>
    public static GgufHeader Check(string? path, ModelKind kind)
    {
        if (path is null)
        {
            throw NotConfigured(kind);
        }

        var header = CheckAnyKind(path, Key(kind));
        CheckKind(path, kind, header);
        return header;
    }

    /// <summary>Checks a file that may be either kind of model and returns its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">The setting that names the file, or null when a person named it.</param>
    /// <exception cref="ModelLoadException">The file cannot be used; the message names it, says why and what to do.</exception>
    public static GgufHeader CheckAnyKind(string path, string? key = null)
    {
        if (Directory.Exists(path))
        {
            throw new ModelLoadException(ModelLoadFailure.Unreadable, path,
                $"'{path}' is a folder, not a model file. {(key is null ? "Name" : $"Set {key} to")} the GGUF file in it.");
        }

        if (!File.Exists(path))
        {
            throw new ModelLoadException(ModelLoadFailure.Missing, path,
                $"The model file '{path}' does not exist. Correct {key ?? "the path"}, or put the file there.");
        }

        var header = ReadHeader(path);
        if (header.Numbers.GetValueOrDefault("split.count") > 1 || SplitName().IsMatch(Path.GetFileName(path)))
        {
            throw new ModelLoadException(
                ModelLoadFailure.Split,
                path,
                $"The model file '{path}' is one part of a split model. Join the parts with llama-gguf-split --merge and "
                    + $"{(key is null ? "name" : $"set {key} to")} the result.");
        }

        if (header.Architecture.Length == 0)
        {
            throw new ModelLoadException(
                ModelLoadFailure.UnsupportedArchitecture, path,
                $"The model file '{path}' does not name its architecture. It is not a complete model; give another.");
        }

        return header;
    }

    /// <summary>Whether the model turns text into vectors.</summary>
    public static bool IsEncoder(GgufHeader header) =>
        Encoders.Contains(header.Architecture) || header.Numbers.ContainsKey(header.Architecture + ".pooling_type");

    private static GgufHeader ReadHeader(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            using var reader = new GgufReader(file);
            var header = reader.Read();
            if ((ulong)file.Length < header.ExpectedBytes)
            {
                var detail =
                    string.Create(CultureInfo.InvariantCulture, $"it has {file.Length:N0} bytes and needs {header.ExpectedBytes:N0}");
                throw new GgufFormatException(ModelLoadFailure.Truncated, detail);
            }

            return header;
        }
        catch (GgufFormatException problem)
        {
            var next = problem.Failure == ModelLoadFailure.Truncated
                ? "Download it again; the download was probably interrupted."
                : "Give a model in GGUF format (a file from Git LFS may be only a pointer: run git lfs pull).";
            throw new ModelLoadException(problem.Failure, path, $"The model file '{path}' cannot be used: {problem.Message}. {next}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ModelLoadException(
                ModelLoadFailure.Unreadable, path, $"The model file '{path}' cannot be read: {problem.Message} Check its permissions.",
                problem);
        }
    }

    private static void CheckKind(string path, ModelKind kind, GgufHeader header)
    {
        var encoder = IsEncoder(header);
        if (kind == ModelKind.Language && encoder)
        {
            throw new ModelLoadException(
                ModelLoadFailure.WrongKind,
                path,
                $"The model file '{path}' is an embedding model ({header.Architecture}) and cannot write text. Set {Key(kind)} to a "
                    + "language model and LocalModel:EmbeddingModelPath to this file.");
        }

        if (kind == ModelKind.Embedding && !encoder)
        {
            throw new ModelLoadException(
                ModelLoadFailure.WrongKind,
                path,
                $"The model file '{path}' is a language model ({header.Architecture}), not an embedding model. Set {Key(kind)} to an "
                    + $"embedding model such as {ModelFolder.EmbeddingFile}.");
        }
    }

    private static ModelLoadException NotConfigured(ModelKind kind)
    {
        var (what, file) = kind == ModelKind.Language ? ("language", ModelFolder.WriterFile) : ("embedding", ModelFolder.EmbeddingFile);
        return new ModelLoadException(
            ModelLoadFailure.Missing, null,
            $"No {what} model was found. Put {file} into a folder 'models' beside the program, set {Key(kind)} to a GGUF file, or choose "
                + "one with 'chatlineage model use'.");
    }

    private static string Key(ModelKind kind) => kind == ModelKind.Language ? "LocalModel:ModelPath" : "LocalModel:EmbeddingModelPath";

    [GeneratedRegex(@"-\d{5}-of-\d{5}\.gguf$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SplitName();
}
