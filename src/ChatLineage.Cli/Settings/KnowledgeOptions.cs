namespace ChatLineage.Cli.Settings;

/// <summary>Where the notes are; the configuration section is <see cref="SectionName"/>.</summary>
internal sealed class KnowledgeOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Knowledge";

    /// <summary>The folder with the notes.</summary>
    /// <value>A path; null (the default) looks for <c>knowledge</c> here, above, and beside the program.</value>
    public string? Folder { get; set; }
}
