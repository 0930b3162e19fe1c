namespace ChatLineage.Knowledge.Import;

/// <summary>The tables cannot be imported; the message names the file, the value and the next step. Nothing was written.</summary>
public sealed class ImportException(string message) : Exception(message);
