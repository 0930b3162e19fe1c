namespace ChatLineage.Answering.Drafting;

/// <summary>A prompt template is missing or broken.</summary>
public sealed class PromptTemplateException : Exception
{
    /// <summary>Makes the exception.</summary>
    public PromptTemplateException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public PromptTemplateException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Makes the exception.</summary>
    public PromptTemplateException()
    {
    }
}
