using System.Collections.Immutable;
using ChatLineage.Chat.Rendering;

namespace ChatLineage.Chat.Commands;

/// <summary>A command that every platform offers in its own way: <c>/impact llama</c>, <c>/lineage impact llama</c>.</summary>
/// <remarks>Immutable. <see cref="ChatCommands.All"/> has them all.</remarks>
public sealed class ChatCommand
{
    private readonly Func<ImmutableArray<string?>, CommandRequest> _ask;
    private readonly string[] _separators;

    internal ChatCommand(
        string name,
        string description,
        ImmutableArray<CommandParameter> parameters,
        Func<ImmutableArray<string?>, CommandRequest> ask,
        params string[] separators)
    {
        Name = name;
        Description = description;
        Parameters = parameters;
        _ask = ask;
        _separators = separators;
    }

    /// <summary>The name: lower case, letters only.</summary>
    public string Name { get; }

    /// <summary>What it does, at most 100 characters.</summary>
    public string Description { get; }

    /// <summary>The parameters, in order.</summary>
    public ImmutableArray<CommandParameter> Parameters { get; }

    /// <summary>How it is typed: <c>compare &lt;first&gt; and &lt;second&gt;</c>.</summary>
    public string Usage => string.Join(' ', [Name, .. Parameters.Select((parameter, index) => Placeholder(parameter, index))]);

    /// <summary>What the command asks for with these values.</summary>
    /// <param name="values">By the names of the parameters; ones that are missing or blank were not given.</param>
    /// <returns>Null when a required value is missing.</returns>
    public CommandRequest? Ask(IReadOnlyDictionary<string, string> values)
    {
        var given = Parameters.Select(parameter => values.TryGetValue(parameter.Name, out var value) ? Tidy(value, parameter) : null);
        return Ask([.. given]);
    }

    /// <summary>What the command asks for when its values were typed behind its name.</summary>
    /// <param name="typed">The rest of the line.</param>
    /// <returns>Null when a required value is missing.</returns>
    public CommandRequest? AskTyped(string typed)
    {
        var parts = Parameters.Length > 1
            ? typed.Split(_separators, Parameters.Length, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [typed];
        return Ask([.. Parameters.Select((parameter, index) => index < parts.Length ? Tidy(parts[index], parameter) : null)]);
    }

    private CommandRequest? Ask(ImmutableArray<string?> values) =>
        Parameters.Where((parameter, index) => parameter.Required && values[index] is null).Any() ? null : _ask(values);

    private static string? Tidy(string value, CommandParameter parameter)
    {
        var text = Shortened.To(parameter.MaxLength, value.ReplaceLineEndings(" ").Trim());
        return text.Length == 0 ? null : text;
    }

    private string Placeholder(CommandParameter parameter, int index)
    {
        var name = parameter.Required ? $"<{parameter.Name}>" : $"[{parameter.Name}]";
        return index > 0 && _separators.Length > 0 ? $"{_separators[0].Trim()} {name}" : name;
    }
}
