using ChatLineage.Chat.Platforms;

namespace ChatLineage.Slack.Buttons;

/// <summary>What a form needs to know once it is sent; Slack keeps it in the form.</summary>
/// <param name="Action">The button that it belongs to.</param>
/// <param name="AnswerId">The answer.</param>
/// <param name="Place">Where the button was pressed.</param>
internal sealed record PendingForm(AnswerAction Action, string AnswerId, PressPlace Place);
