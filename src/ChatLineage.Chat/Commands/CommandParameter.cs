namespace ChatLineage.Chat.Commands;

/// <summary>A parameter of a command.</summary>
/// <param name="Name">Its name: lower case, at most 32 characters.</param>
/// <param name="Description">What it is, at most 100 characters.</param>
/// <param name="Required">True when the command means nothing without it. Required parameters come first.</param>
/// <param name="NamesEntity">True when names of entities are suggested while it is typed.</param>
public sealed record CommandParameter(string Name, string Description, bool Required, bool NamesEntity)
{
    /// <summary>The longest value, in characters.</summary>
    public int MaxLength => NamesEntity ? 100 : 2000;
}
