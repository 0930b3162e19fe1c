namespace ChatLineage.Cli;

/// <summary>A command cannot do what was asked; the message names the thing, the value and the next step.</summary>
internal sealed class CommandException(string message, Exception? innerException = null) : Exception(message, innerException);
