namespace ChatLineage.EndToEnd.Tests;

/// <summary>How a run of the program ended.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output, line breaks as <c>\n</c>.</param>
/// <param name="Errors">Standard error, line breaks as <c>\n</c>.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors);
