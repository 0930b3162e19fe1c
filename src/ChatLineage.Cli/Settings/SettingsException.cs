namespace ChatLineage.Cli.Settings;

/// <summary>A setting has a value that cannot be used; the message names the key, the value and the fix.</summary>
internal sealed class SettingsException(string message, Exception? innerException = null) : Exception(message, innerException);
