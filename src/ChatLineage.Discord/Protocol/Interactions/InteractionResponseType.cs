namespace ChatLineage.Discord.Protocol.Interactions;

/// <summary>Kinds of first responses (receiving-and-responding.mdx, "Interaction Callback Type").</summary>
internal enum InteractionResponseType
{
    Pong = 1,
    Message = 4,
    DeferredMessage = 5,
    DeferredUpdate = 6,
    Update = 7,
    Autocomplete = 8,
    Modal = 9,
}
