using System.CommandLine;

namespace ChatLineage.Cli.Commands.Model;

/// <summary>How a command writes what it found.</summary>
internal static class ModelFormat
{
    public const string Text = "text";
    public const string Json = "json";

    public static Option<string> CreateOption(string description)
    {
        var option = new Option<string>("--format") { Description = description, DefaultValueFactory = _ => Text };
        option.AcceptOnlyFromAmong(Text, Json);
        return option;
    }
}
