namespace ChatLineage.Evaluation.Questions;

/// <summary>Questions cannot be read; the message names the file, the line and the fix.</summary>
public sealed class QuestionFileException : Exception
{
    /// <summary>Creates the exception.</summary>
    public QuestionFileException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
