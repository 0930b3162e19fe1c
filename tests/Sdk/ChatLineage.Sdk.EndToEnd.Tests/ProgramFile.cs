namespace ChatLineage.EndToEnd.Tests;

/// <summary>Which program is tested.</summary>
internal static class ProgramFile
{
    public const string Name = "chatlineage-sdk.dll";
}
