using ChatLineage.Answering.Drafting;
using ChatLineage.Chat;
using ChatLineage.Cli.ModelServer;
using ChatLineage.Discord;
using ChatLineage.LocalModel;
using ChatLineage.Slack;

namespace ChatLineage.Cli.Settings;

/// <summary>All options of the program, each checked.</summary>
internal sealed record ProgramOptions
{
    /// <summary>The name of the section of <see cref="DrafterOptions"/>.</summary>
    public const string DrafterSection = "Drafter";

    /// <summary>The prompt template for instruction models other than the shipped writer.</summary>
    public const string GeneralPrompt = "general";

    /// <summary>Where the notes are.</summary>
    public KnowledgeOptions Knowledge { get; init; } = new();

    /// <summary>Which models are used and how.</summary>
    public LocalModelOptions LocalModel { get; init; } = new();

    /// <summary>The server that is used instead, if any.</summary>
    public ModelServerOptions ModelServer { get; init; } = new();

    /// <summary>How drafts are made.</summary>
    public DrafterOptions Drafter { get; init; } = new();

    /// <summary>How questions of chat services are taken.</summary>
    public ChatOptions Chat { get; init; } = new();

    /// <summary>The connection to Discord.</summary>
    public DiscordOptions Discord { get; init; } = new();

    /// <summary>The connection to Slack.</summary>
    public SlackOptions Slack { get; init; } = new();

    /// <summary>What is logged.</summary>
    public LogOptions Log { get; init; } = new();
}
