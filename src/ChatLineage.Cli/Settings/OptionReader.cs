using System.Text.RegularExpressions;
using ChatLineage.Answering.Drafting;
using ChatLineage.LocalModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ChatLineage.Cli.Settings;

/// <summary>Binds the sections of the configuration to options and checks every value before anything starts.</summary>
internal sealed partial class OptionReader(IConfiguration configuration)
{
    private readonly List<string> _problems = [];

    /// <summary>Reads all options.</summary>
    /// <exception cref="SettingsException">At least one value cannot be used; the message names every one.</exception>
    public ProgramOptions Read()
    {
        var options = new ProgramOptions(
            Bind(KnowledgeOptions.SectionName, section => section.Get<KnowledgeOptions>()) ?? new KnowledgeOptions(),
            Bind(LocalModelOptions.SectionName, section => section.Get<LocalModelOptions>()) ?? new LocalModelOptions(),
            Bind(ProgramOptions.DrafterSection, section => section.Get<DrafterOptions>()) ?? new DrafterOptions(),
            Bind(LogOptions.SectionName, section => section.Get<LogOptions>()) ?? new LogOptions());
        Check(LogOptions.SectionName, new LogOptionsValidator().Validate(null, options.Log));
        Check(ProgramOptions.DrafterSection, new DrafterOptionsValidator().Validate(null, options.Drafter));
        _problems.AddRange(options.LocalModel.Validate().Select(problem => $"{problem} {WhereToSet(problem.Split(' ', 2)[0])}"));
        if (options.Knowledge.Folder is { } folder && !Directory.Exists(folder))
            Problem($"{KnowledgeOptions.SectionName}:{nameof(KnowledgeOptions.Folder)}", $"'{folder}' is no folder; correct the path, or leave it out to have 'knowledge' looked for");
        return _problems.Count == 0 ? options : throw new SettingsException(string.Join(Environment.NewLine, _problems));
    }

    private T? Bind<T>(string name, Func<IConfigurationSection, T?> get)
        where T : class
    {
        var section = configuration.GetSection(name);
        var known = typeof(T).GetProperties().Select(property => property.Name).ToArray();
        foreach (var key in section.GetChildren().Select(child => child.Key).Where(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase)))
            Problem($"{name}:{key}", $"there is no such key; '{name}' has {string.Join(", ", known)}");
        try
        {
            return get(section);
        }
        catch (InvalidOperationException wrong)
        {
            var place = Unconvertible().Match(wrong.Message);
            if (!place.Success)
                throw;
            Problem(place.Groups["path"].Value, $"'{place.Groups["value"].Value}' cannot be read as {place.Groups["type"].Value}; correct it, or leave it out for the default");
            return null;
        }
    }

    private void Check(string section, ValidateOptionsResult result)
    {
        // A failure reads «Key: The field Options.Key must be …», or the annotation's own words after the colon.
        foreach (var (key, text) in (result.Failures ?? []).Select(failure => failure.Split(": ", 2)).Select(parts => (parts[0], parts[^1])))
            Problem($"{section}:{key}", $"'{configuration[$"{section}:{key}"]}' cannot be used; {FieldName().Replace(text, "it ").TrimEnd('.')}");
    }

    private void Problem(string key, string text) => _problems.Add($"The setting '{key}' is wrong: {text}. {WhereToSet(key)}");

    private static string WhereToSet(string key) =>
        $"(Environment variable {SettingsFiles.Prefix}{key.Replace(":", "__", StringComparison.Ordinal)}, appsettings.json or user secrets.)";

    [GeneratedRegex("configuration value '(?<value>.*)' at '(?<path>[^']+)' to type '(?:[^']*\\.)?(?<type>[^'.]+)'")]
    private static partial Regex Unconvertible();

    [GeneratedRegex("^The field [^ ]+ ")]
    private static partial Regex FieldName();
}
