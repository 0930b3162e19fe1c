using System.Text.RegularExpressions;
using ChatLineage.Answering.Drafting;
using ChatLineage.Chat;
using ChatLineage.Cli.ModelServer;
using ChatLineage.Discord;
using ChatLineage.LocalModel;
using ChatLineage.Slack;
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
        var options = new ProgramOptions
        {
            Knowledge = Bind(KnowledgeOptions.SectionName, new KnowledgeOptions(), (section, options) => section.Bind(options)),
            LocalModel = Bind(LocalModelOptions.SectionName, new LocalModelOptions(), (section, options) => section.Bind(options)),
            ModelServer = Bind(ModelServerOptions.SectionName, new ModelServerOptions(), (section, options) => section.Bind(options)),
            Drafter = Bind(ProgramOptions.DrafterSection, new DrafterOptions(), (section, options) => section.Bind(options)),
            Chat = Bind(ChatOptions.SectionName, new ChatOptions(), (section, options) => section.Bind(options)),
            Discord = Bind(DiscordOptions.SectionName, new DiscordOptions(), (section, options) => section.Bind(options)),
            Slack = Bind(SlackOptions.SectionName, new SlackOptions(), (section, options) => section.Bind(options)),
            Log = Bind(LogOptions.SectionName, new LogOptions(), (section, options) => section.Bind(options)),
        };

        // The shipped writer's own format suits no other model.
        if (options.ModelServer.IsSet && configuration[$"{ProgramOptions.DrafterSection}:{nameof(DrafterOptions.Prompt)}"] is null)
            options.Drafter.Prompt = ProgramOptions.GeneralPrompt;
        Check(LogOptions.SectionName, new LogOptionsValidator().Validate(null, options.Log));
        Check(ChatOptions.SectionName, new ChatOptionsValidator().Validate(null, options.Chat));
        Check(DiscordOptions.SectionName, new DiscordOptionsValidator().Validate(null, options.Discord));
        Check(SlackOptions.SectionName, new SlackOptionsValidator().Validate(null, options.Slack));
        Check(ProgramOptions.DrafterSection, new DrafterOptionsValidator().Validate(null, options.Drafter));
        _problems.AddRange(options.LocalModel.Validate().Concat(options.ModelServer.Validate()).Select(problem => $"{problem} {WhereToSet(problem.Split(' ', 2)[0])}"));
        if (options.Knowledge.Folder is { } folder && !Directory.Exists(folder))
            Problem($"{KnowledgeOptions.SectionName}:{nameof(KnowledgeOptions.Folder)}", $"'{folder}' is no folder; correct the path, or leave it out to have 'knowledge' looked for");
        return _problems.Count == 0 ? options : throw new SettingsException(string.Join(Environment.NewLine, _problems));
    }

    private T Bind<T>(string name, T options, Action<IConfigurationSection, T> bind)
        where T : class
    {
        var section = configuration.GetSection(name);
        CheckKeys(section, typeof(T));
        try
        {
            bind(section, options);
        }
        catch (InvalidOperationException wrong)
        {
            var place = Unconvertible().Match(wrong.Message);
            if (!place.Success)
                throw;
            Problem(place.Groups["path"].Value, $"'{place.Groups["value"].Value}' cannot be read as {place.Groups["type"].Value}; correct it, or leave it out for the default");
        }

        return options;
    }

    // A key that nothing reads is a slip of the pen, and would be left without effect and without a word.
    private void CheckKeys(IConfigurationSection section, Type options)
    {
        var known = options.GetProperties().Where(property => property.CanWrite).ToList();
        foreach (var child in section.GetChildren())
        {
            var property = known.Find(property => property.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
                Problem(child.Path, $"there is no such key; '{section.Path}' has {string.Join(", ", known.Select(other => other.Name))}");
            else if (property.PropertyType is { IsClass: true } type && type.Assembly != typeof(string).Assembly)
                CheckKeys(child, type);
        }
    }

    private void Check(string section, ValidateOptionsResult result)
    {
        // A failure reads «Key: The field Options.Key must be …», or the annotation's own words after the colon.
        foreach (var (name, text) in (result.Failures ?? []).Select(failure => failure.Split(": ", 2)).Select(parts => (parts[0], parts[^1])))
        {
            var field = FieldName().Match(text);
            var key = field.Success && field.Groups["path"].Value is { Length: > 0 } path ? path.Replace('.', ':') : name;
            var wanted = FieldName().Replace(text, "it ").TrimEnd('.');
            Problem($"{section}:{key}", IsMissing($"{section}:{key}", wanted) ? wanted : $"{Shown($"{section}:{key}")} cannot be used; {wanted}");
        }
    }

    /// <summary>What is not there has no value to show.</summary>
    private bool IsMissing(string key, string wanted) =>
        string.IsNullOrEmpty(configuration[key]) && wanted.StartsWith("it is missing", StringComparison.Ordinal);

    /// <summary>A value as it may be shown: secrets are not, since messages end up in logs and in questions to colleagues.</summary>
    private string Shown(string key) =>
        !string.IsNullOrEmpty(configuration[key]) && (key.EndsWith("Token", StringComparison.Ordinal) || key.EndsWith("Secret", StringComparison.Ordinal))
            ? "the value (a secret, so it is not shown)"
            : $"'{configuration[key]}'";

    private void Problem(string key, string text) => _problems.Add($"The setting '{key}' is wrong: {text}. {WhereToSet(key)}");

    private static string WhereToSet(string key) =>
        $"(Environment variable {SettingsFiles.Prefix}{key.Replace(":", "__", StringComparison.Ordinal)}, appsettings.json or user secrets.)";

    [GeneratedRegex("configuration value '(?<value>.*)' at '(?<path>[^']+)' to type '(?:[^']*\\.)?(?<type>[^'.]+)'")]
    private static partial Regex Unconvertible();

    [GeneratedRegex("^The field [^ .]+\\.?(?<path>[^ ]*) ")]
    private static partial Regex FieldName();
}
