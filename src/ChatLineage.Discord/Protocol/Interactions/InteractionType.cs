namespace ChatLineage.Discord.Protocol.Interactions;

/// <summary>What somebody did.</summary>
internal enum InteractionType
{
    Ping = 1,
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}
