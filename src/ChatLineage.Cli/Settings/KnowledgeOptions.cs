namespace ChatLineage.Cli.Settings;

/// <summary>Where the notes are; the configuration section is <see cref="SectionName"/>.</summary>
internal sealed class KnowledgeOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Knowledge";

    /// <summary>The folder with the notes.</summary>
    /// <value>A path; null (the default) looks for <c>knowledge</c> here, above, and beside the program.</value>
    public string? Folder { get; set; }

    /// <summary>Where vectors of the notes are kept between runs, so that each sentence is computed once.</summary>
    /// <value>A path; null (the default) takes the folder <c>chatlineage</c> of the user's local application data.</value>
    public string? VectorFolder { get; set; }
}
