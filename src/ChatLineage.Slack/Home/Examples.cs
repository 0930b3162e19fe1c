namespace ChatLineage.Slack.Home;

/// <summary>Questions that are offered to who does not know yet what to ask.</summary>
internal static class Examples
{
    /// <summary>A title and the question; at most 4, which is what Slack shows.</summary>
    public static readonly (string Title, string Message)[] Prompts =
    [
        ("What is it built on?", "What is StableVicuna ultimately built on?"),
        ("May I use it commercially?", "Which licence does Vicuna have, and can I use it commercially?"),
        ("What breaks if it closes?", "What breaks if LLaMA closes?"),
        ("Which is freer?", "Compare Mistral 7B and Llama 2."),
    ];
}
