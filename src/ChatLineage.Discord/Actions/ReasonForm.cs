using ChatLineage.Chat.Platforms;
using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Actions;

/// <summary>The form that some buttons open before anything is done.</summary>
internal static class ReasonForm
{
    private const string FieldId = "reason";
    private const int MaxLength = 1000;

    /// <summary>The form of a button; null for those that act at once.</summary>
    public static InteractionResponse? For(AnswerAction action, string customId) => action switch
    {
        AnswerAction.NotUseful => Form(customId, "Not useful", "What was wrong or missing? (optional)"),
        AnswerAction.AskMaintainer => Form(customId, "Ask a maintainer", "Anything to add? (optional)"),
        _ => null,
    };

    /// <summary>What was written into it; null for nothing.</summary>
    public static string? Read(Interaction submitted) =>
        (submitted.Data?.Components ?? []).SelectMany(component => component.All()).FirstOrDefault(component => component.CustomId == FieldId)?.Value is { Length: > 0 } text
            && !string.IsNullOrWhiteSpace(text)
                ? text.Trim()
                : null;

    private static InteractionResponse Form(string customId, string title, string label) =>
        InteractionResponse.Modal(customId, title, Component.TextBox(FieldId, label, MaxLength));
}
