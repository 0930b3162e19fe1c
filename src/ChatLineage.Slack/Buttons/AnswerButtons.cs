using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLineage.Chat.Platforms;
using ChatLineage.Slack.Protocol.Blocks;
using ChatLineage.Slack.Protocol.Deliveries;
using ChatLineage.Slack.Protocol.Json;

namespace ChatLineage.Slack.Buttons;

/// <summary>The buttons below an answer and the forms that some of them open.</summary>
internal static class AnswerButtons
{
    /// <summary>Which form it is.</summary>
    public const string FormId = "answer_form";

    /// <summary>The longest comment.</summary>
    public const int MaxComment = 1000;

    private const string Prefix = "answer:";
    private const string CommentBlock = "comment";
    private const string CommentAction = "text";

    /// <summary>The buttons.</summary>
    /// <param name="actions">Which, in order.</param>
    /// <param name="answerId">The answer that they belong to.</param>
    public static JsonObject Row(ImmutableArray<AnswerAction> actions, string answerId) =>
        BlockKit.Actions([.. actions.Select(action => BlockKit.Button(Label(action), Prefix + action, answerId))]);

    /// <summary>The button that was pressed; null when it is none of these.</summary>
    public static AnswerAction? Read(PressedElement element) =>
        element.ActionId is { } id && id.StartsWith(Prefix, StringComparison.Ordinal) && Enum.TryParse<AnswerAction>(id[Prefix.Length..], out var action)
            ? action
            : null;

    /// <summary>True for a button that asks something before it acts.</summary>
    public static bool AsksFirst(AnswerAction action) => action is AnswerAction.NotUseful or AnswerAction.AskMaintainer;

    /// <summary>The form of a button.</summary>
    public static JsonObject Form(PendingForm form)
    {
        var (title, label) = form.Action == AnswerAction.NotUseful
            ? ("Not useful", "What was wrong, or missing? You can leave this empty.")
            : ("Ask a maintainer", "Do you want to add something? You can leave this empty.");
        return BlockKit.Modal(
            FormId,
            title,
            JsonSerializer.Serialize(form, SlackJson.Default.PendingForm),
            BlockKit.Input(CommentBlock, CommentAction, label, MaxComment));
    }

    /// <summary>What the form was opened for, and what was written into it; null when it is another form.</summary>
    public static (PendingForm Form, string? Comment)? Read(SubmittedView view)
    {
        if (view.CallbackId != FormId || view.PrivateMetadata is not { } kept)
            return null;
        try
        {
            return JsonSerializer.Deserialize(kept, SlackJson.Default.PendingForm) is { } form ? (form, view.Input(CommentBlock, CommentAction)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Label(AnswerAction action) => action switch
    {
        AnswerAction.Useful => "Useful",
        AnswerAction.NotUseful => "Not useful",
        AnswerAction.Sources => "Sources",
        AnswerAction.Picture => "Lineage picture",
        AnswerAction.AskMaintainer => "Ask a maintainer",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "There is no such button."),
    };
}
