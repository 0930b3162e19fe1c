namespace ChatLineage.Evaluation.Questions;

/// <summary>A line of a question file.</summary>
internal sealed record QuestionLine(
    string? Id,
    string? Kind,
    string[]? Turns,
    string[][]? AnswerMustInclude,
    string[]? AnswerMustNotInclude,
    string[]? SupportingEntities,
    bool Abstain);
