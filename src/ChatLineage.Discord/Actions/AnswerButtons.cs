using ChatLineage.Chat.Platforms;
using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Actions;

/// <summary>The buttons below an answer. Their ids hold all that is needed to act on them, so they work after a restart.</summary>
internal static class AnswerButtons
{
    /// <summary>Buttons in a row (components/reference.mdx, "Action Row").</summary>
    private const int InARow = 5;

    private static readonly (AnswerAction Action, string Name, string Label)[] All =
    [
        (AnswerAction.Useful, "useful", "👍 Useful"),
        (AnswerAction.NotUseful, "not-useful", "👎 Not useful"),
        (AnswerAction.Sources, "sources", "Sources"),
        (AnswerAction.Picture, "picture", "Lineage picture"),
        (AnswerAction.AskMaintainer, "ask-maintainer", "Ask a maintainer"),
    ];

    /// <summary>The rows of buttons of a reply; null when it has none.</summary>
    public static Component[]? Of(Reply reply)
    {
        if (reply.AnswerId is not { } answer || reply.Actions.IsEmpty)
            return null;
        var buttons = reply.Actions.Select(action => Array.Find(All, button => button.Action == action)).Select(button => Component.Button($"{button.Name}:{answer}", button.Label));
        return [.. buttons.Chunk(InARow).Select(row => Component.Row(row))];
    }

    /// <summary>The id of a button or form.</summary>
    public static string IdOf(AnswerAction action, string answerId) => $"{Array.Find(All, button => button.Action == action).Name}:{answerId}";

    /// <summary>What the id of a button or form means; null for one that is not of this program. Whoever sends it can have made it up.</summary>
    public static (AnswerAction Action, string AnswerId)? Read(string? customId)
    {
        var parts = (customId ?? "").Split(':', 2);
        var button = Array.Find(All, each => each.Name == parts[0]);
        return parts.Length == 2 && button.Name is not null ? (button.Action, parts[1]) : null;
    }
}
