namespace ChatLineage.Chat.Platforms;

/// <summary>What the buttons below an answer do.</summary>
public enum AnswerAction
{
    /// <summary>Says that the answer was useful.</summary>
    Useful,

    /// <summary>Says that the answer was not useful; the platform asks for the reason in a form first.</summary>
    NotUseful,

    /// <summary>Shows every source in full.</summary>
    Sources,

    /// <summary>Shows the lineage of what the answer is about as a picture.</summary>
    Picture,

    /// <summary>Passes the question on to the maintainers of the notes.</summary>
    AskMaintainer,
}
