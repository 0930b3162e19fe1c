namespace ChatLineage.Answering;

/// <summary>One earlier turn of a conversation.</summary>
/// <param name="Question">What was asked, as typed.</param>
/// <param name="Answer">What was answered.</param>
public sealed record Turn(string Question, Answer Answer);
