using System.Collections.Immutable;
using ChatLineage.Chat.Platforms;

namespace ChatLineage.Chat.Commands;

/// <summary>The commands that people can use on every platform.</summary>
public static class ChatCommands
{
    private static readonly CommandParameter Subject = new("name", "A model, dataset, tool or organisation", Required: true, NamesEntity: true);

    /// <summary>All commands, in the order in which they are listed.</summary>
    public static ImmutableArray<ChatCommand> All { get; } =
    [
        new("ask", "Ask anything about open-source AI lineage", [new("question", "Your question", Required: true, NamesEntity: false)],
            values => Question(values[0]!)),
        new("lineage", "What something is built on, or how two things are related",
            [Subject, new("other", "A second one, to see how the two are related", Required: false, NamesEntity: true)],
            values => Question(values[1] is { } other ? $"How are {Name(values[0])} and {Name(other)} related?" : $"What is {Name(values[0])} ultimately built on?"),
            " and ", " to ", ","),
        new("impact", "What was built on something, and what breaks if it closes", [Subject], values => Question($"What breaks if {Name(values[0])} closes?")),
        new("compare", "Compare two models, datasets or tools",
            [new("first", "The first one", Required: true, NamesEntity: true), new("second", "The second one", Required: true, NamesEntity: true)],
            values => Question($"Compare {Name(values[0])} and {Name(values[1])}."),
            " and ", " vs ", " with ", ","),
        new("licence", "The licence of something, and what it inherits", [Subject],
            values => Question($"Which licence does {Name(values[0])} have, and can I use it commercially?")),
        new("timeline", "What happened when, for something or in a period",
            [new("subject", "A name, a month or a year", Required: true, NamesEntity: true)], values => Question($"What is the timeline of {Name(values[0])}?")),
        new("sources", "Every source of the latest answer here", [], _ => new(Request.Sources, "")),
    ];

    /// <summary>The command of a name; null when there is none.</summary>
    public static ChatCommand? Find(string name) => All.FirstOrDefault(command => command.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static CommandRequest Question(string text) => new(Request.Question, text);

    // In quotation marks an everyday word ("Together") is a name as well.
    private static string Name(string? value) => $"\"{value!.Replace("\"", "", StringComparison.Ordinal)}\"";
}
