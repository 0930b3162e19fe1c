namespace ChatLineage.Chat.Platforms;

/// <summary>Somebody pressed a button of an answer.</summary>
/// <param name="Id">The platform's id of the press: the same for each delivery of it.</param>
/// <param name="Platform">The platform's name.</param>
/// <param name="AuthorId">The platform's id of who pressed it.</param>
/// <param name="Action">The button.</param>
/// <param name="AnswerId">The <see cref="Reply.AnswerId"/> of the reply that the button belongs to, as it came back from the platform.</param>
/// <param name="ReceivedAt">When it arrived here.</param>
public sealed record IncomingAction(string Id, string Platform, string AuthorId, AnswerAction Action, string AnswerId, DateTimeOffset ReceivedAt)
{
    /// <summary>What was written into the form of <see cref="AnswerAction.NotUseful"/> or <see cref="AnswerAction.AskMaintainer"/>; null without one.</summary>
    public string? Comment { get; init; }

    /// <summary>Where it was pressed; null on a platform without servers and channels.</summary>
    public Place? Place { get; init; }
}
