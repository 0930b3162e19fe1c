using ChatLineage.Answering.Drafting;
using ChatLineage.LocalModel;

namespace ChatLineage.Cli.Settings;

/// <summary>All options of the program, each checked.</summary>
/// <param name="Knowledge">Where the notes are.</param>
/// <param name="LocalModel">Which models are used and how.</param>
/// <param name="Drafter">How drafts are made.</param>
/// <param name="Log">What is logged.</param>
internal sealed record ProgramOptions(KnowledgeOptions Knowledge, LocalModelOptions LocalModel, DrafterOptions Drafter, LogOptions Log)
{
    /// <summary>The name of the section of <see cref="DrafterOptions"/>.</summary>
    public const string DrafterSection = "Drafter";
}
