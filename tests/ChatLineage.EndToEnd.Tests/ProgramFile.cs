namespace ChatLineage.EndToEnd.Tests;

/// <summary>Which program is tested; tests/Sdk runs some of these tests with another one.</summary>
internal static class ProgramFile
{
    public const string Name = "chatlineage.dll";
}
