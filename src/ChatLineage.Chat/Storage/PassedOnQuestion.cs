namespace ChatLineage.Chat.Storage;

/// <summary>A question that somebody passed on to the maintainers of the notes.</summary>
/// <param name="AnswerId">The answer below which the button was pressed.</param>
/// <param name="AuthorId">The platform's id of who asks.</param>
/// <param name="Comment">What they add; null without any.</param>
/// <param name="At">When.</param>
public sealed record PassedOnQuestion(string AnswerId, string AuthorId, string? Comment, DateTimeOffset At);
