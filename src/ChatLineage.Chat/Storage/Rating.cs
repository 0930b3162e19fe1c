namespace ChatLineage.Chat.Storage;

/// <summary>What somebody thought of an answer.</summary>
/// <param name="AnswerId">The answer.</param>
/// <param name="AuthorId">The platform's id of who says so.</param>
/// <param name="Useful">True when it helped.</param>
/// <param name="Comment">Why, in their words; null without any.</param>
/// <param name="At">When.</param>
public sealed record Rating(string AnswerId, string AuthorId, bool Useful, string? Comment, DateTimeOffset At);
