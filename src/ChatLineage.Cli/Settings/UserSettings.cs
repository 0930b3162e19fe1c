using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatLineage.Cli.Settings;

/// <summary>The settings file of the user who runs the program: what the program itself writes when a choice is to last.</summary>
internal static class UserSettings
{
    /// <summary>The environment variable that names another file.</summary>
    public const string FileVariable = "CHATLINEAGE_SETTINGS";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Where it is: <c>chatlineage/settings.json</c> in the user's configuration folder (on Linux <c>~/.config</c>).</summary>
    public static string FilePath { get; } = Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } named
        ? Path.GetFullPath(named)
        : Path.Combine(ConfigurationFolder(), "chatlineage", "settings.json");

    /// <summary>Changes values and keeps the others.</summary>
    /// <param name="values">Values by key, such as <c>Log:Level</c>; null takes a key out.</param>
    /// <exception cref="SettingsException">The file is no JSON object, or it cannot be written.</exception>
    public static void Change(IReadOnlyDictionary<string, string?> values)
    {
        try
        {
            var root = Read();
            foreach (var (key, value) in values)
                Set(root, key, value);
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
            var draft = FilePath + ".new";
            File.WriteAllText(draft, root.ToJsonString(Indented) + "\n");
            File.Move(draft, FilePath, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"The settings file '{FilePath}' cannot be written: {problem.Message} Name another with the environment variable {FileVariable}.", problem);
        }
    }

    private static JsonObject Read()
    {
        if (!File.Exists(FilePath))
            return [];
        try
        {
            return JsonNode.Parse(File.ReadAllText(FilePath), documentOptions: Lenient) as JsonObject
                ?? throw new SettingsException($"The settings file '{FilePath}' holds no JSON object. Correct or delete it.");
        }
        catch (JsonException broken)
        {
            throw new SettingsException($"The settings file '{FilePath}' is no valid JSON: {broken.Message} Correct or delete it.", broken);
        }
    }

    private static void Set(JsonObject root, string key, string? value)
    {
        var (section, name) = key.Split(':') is [var first, var second] ? (first, second) : throw new ArgumentException($"'{key}' is no key of a section.", nameof(key));
        if (root[section] is not JsonObject values)
            root[section] = values = [];
        if (value is null)
            values.Remove(name);
        else
            values[name] = value;
        if (values.Count == 0)
            root.Remove(section);
    }

    // Without a home folder there is none; the current one would be read twice.
    private static string ConfigurationFolder() =>
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory;
}
