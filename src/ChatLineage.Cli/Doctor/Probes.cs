using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Doctor.Discord;
using ChatLineage.Cli.Doctor.Local;
using ChatLineage.Cli.Doctor.Slack;
using ChatLineage.Cli.Settings;

namespace ChatLineage.Cli.Doctor;

/// <summary>Every probe of the program, in the order in which they run.</summary>
internal static class Probes
{
    /// <param name="options">The settings, checked.</param>
    /// <param name="choices">Which notes, and whether a model is wanted.</param>
    public static IReadOnlyList<IProbe> All(ProgramOptions options, AnsweringChoices choices) =>
    [
        new NotesProbe(choices),
        new ModelProbe(choices, options),
        new ModelServerProbe(choices, options.ModelServer),
        new PromptsProbe(options.Drafter),
        new DataFolderProbe(options),
        .. DiscordProbes.All(options.Discord),
        new SlackSettingsProbe(options.Slack),
        new SlackBotProbe(options.Slack),
        new SlackDeliveryProbe(options.Slack),
    ];
}
