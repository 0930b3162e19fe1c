using ChatLineage.Chat.Platforms;

namespace ChatLineage.Chat.Commands;

/// <summary>What a command asks for.</summary>
/// <param name="Request">What is wanted.</param>
/// <param name="Text">The question; empty for requests without one.</param>
public sealed record CommandRequest(Request Request, string Text);
