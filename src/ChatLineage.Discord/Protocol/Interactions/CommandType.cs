namespace ChatLineage.Discord.Protocol.Interactions;

/// <summary>Where a command is found.</summary>
internal enum CommandType
{
    /// <summary>Typed after a slash.</summary>
    ChatInput = 1,

    /// <summary>In the menu of a user.</summary>
    User = 2,

    /// <summary>In the menu of a message.</summary>
    Message = 3,
}
