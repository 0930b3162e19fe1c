using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using System.Text;

namespace ChatLineage.Cli.Tests;

/// <summary>Writes the commands, their arguments and options as Markdown.</summary>
internal static class CommandReference
{
    private const string Head = """
        # Commands

        Made from the commands themselves by `make docs`; a test fails when it is out of date.

        Exit codes: 0 it did what was asked (an honest "I don't know" is an answer too), 1 it could not, 2 the command line is wrong,
        130 it was interrupted. Answers and data go to standard output, everything else to standard error.

        """;

    public static string Write(RootCommand root)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var command in root.Subcommands)
            Write(text, command, "chatlineage");
        return text.ToString();
    }

    private static void Write(StringBuilder text, Command command, string path)
    {
        path = $"{path} {command.Name}";
        if (command.Subcommands.Count > 0)
        {
            foreach (var inner in command.Subcommands)
                Write(text, inner, path);
            return;
        }

        var arguments = string.Concat(command.Arguments.Select(argument => $" <{argument.Name}>"));
        text.Append("\n## `").Append(path).Append(arguments).Append("`\n\n").Append(command.Description).Append("\n\n");
        foreach (var argument in command.Arguments)
            text.Append("- `<").Append(argument.Name).Append(">`: ").Append(argument.Description).Append('\n');
        foreach (var option in command.Options.Where(option => option is not HelpOption && !option.Hidden))
            text.Append("- `").Append(option.Name).Append(Value(option)).Append("`: ").Append(option.Description).Append('\n');
    }

    private static string Value(Option option)
    {
        if (option.ValueType == typeof(bool))
            return "";
        var values = option.GetCompletions(CompletionContext.Empty).Select(completion => completion.Label).ToList();
        return values.Count > 0 ? " " + string.Join('|', values) : $" <{option.HelpName ?? option.Name.TrimStart('-')}>";
    }
}
