namespace ChatLineage.Discord.Protocol.Interactions;

/// <summary>A suggestion while an argument is typed.</summary>
/// <param name="Name">What is shown, 1 to 100 characters.</param>
/// <param name="Value">What is sent, 1 to 100 characters.</param>
internal sealed record CommandChoice(string Name, string Value)
{
    /// <summary>How many Discord takes.</summary>
    public const int MaxCount = 25;

    /// <summary>The longest name and value.</summary>
    public const int MaxLength = 100;
}
