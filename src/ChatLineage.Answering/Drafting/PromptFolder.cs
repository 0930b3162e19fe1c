using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.SemanticKernel;

namespace ChatLineage.Answering.Drafting;

/// <summary>The folder of prompt templates: one folder a template, with <c>skprompt.txt</c> and <c>config.json</c> as Semantic Kernel lays
/// them out.</summary>
public sealed class PromptFolder
{
    private const string FolderName = "prompts";
    private const string TemplateFile = "skprompt.txt";
    private const string ConfigFile = "config.json";

    private PromptFolder(string path) => Path = path;

    /// <summary>Where it lies, absolute.</summary>
    public string Path { get; }

    /// <summary>Finds the folder: the configured one, or <c>prompts</c> beside the program or in a folder above it.</summary>
    /// <param name="configured">A path, taken as it is; null to look for the folder.</param>
    /// <exception cref="PromptTemplateException">There is no such folder.</exception>
    public static PromptFolder Find(string? configured) => Find(configured, AppContext.BaseDirectory);

    internal static PromptFolder Find(string? configured, string programFolder)
    {
        if (configured is not null)
        {
            return Directory.Exists(configured)
                ? new PromptFolder(System.IO.Path.GetFullPath(configured))
                : throw new PromptTemplateException($"PromptsFolder names '{configured}', which is no folder. Correct it or leave it out.");
        }

        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, FolderName);
            if (Directory.Exists(candidate))
                return new PromptFolder(candidate);
        }

        throw new PromptTemplateException(
            $"There is no folder '{FolderName}' in '{programFolder}' or above it. Copy it there or set PromptsFolder.");
    }

    /// <summary>Reads a template.</summary>
    /// <exception cref="PromptTemplateException">A file is missing or is not what Semantic Kernel expects.</exception>
    internal PromptTemplateFile Load(string name)
    {
        var template = Read(name, TemplateFile);
        var config = Read(name, ConfigFile);
        try
        {
            using var document = JsonDocument.Parse(config);
            if (!document.RootElement.TryGetProperty("version", out var version) || version.GetString() is not { Length: > 0 } number)
                throw new PromptTemplateException($"'{System.IO.Path.Combine(Path, name, ConfigFile)}' has no \"version\". Add one: \"version\": \"1\".");
            var parsed = PromptTemplateConfig.FromJson(config);
            parsed.Name = name;
            parsed.Template = template;
            return new PromptTemplateFile(name, number, HashOf(template, config), parsed);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new PromptTemplateException($"'{System.IO.Path.Combine(Path, name, ConfigFile)}' cannot be read: {error.Message}", error);
        }
    }

    private static string HashOf(string template, string config) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{template}\0{config}")));

    private string Read(string name, string file)
    {
        var path = System.IO.Path.Combine(Path, name, file);
        try
        {
            return File.ReadAllText(path).ReplaceLineEndings("\n");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PromptTemplateException($"The prompt template '{name}' needs the file '{path}', which cannot be read.", error);
        }
    }
}
