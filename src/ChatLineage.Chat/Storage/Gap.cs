namespace ChatLineage.Chat.Storage;

/// <summary>A place where the notes fell short of a question.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Question">What was asked, made self-contained.</param>
/// <param name="Comment">What somebody said about it; null without any.</param>
/// <param name="At">When.</param>
public sealed record Gap(GapKind Kind, string Question, string? Comment, DateTimeOffset At);
