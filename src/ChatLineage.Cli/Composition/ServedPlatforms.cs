using System.Collections.Immutable;
using ChatLineage.Cli.Settings;
using ChatLineage.Discord;
using ChatLineage.Slack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Cli.Composition;

/// <summary>Makes the chat services that the settings configure.</summary>
internal static class ServedPlatforms
{
    /// <summary>All of them.</summary>
    /// <param name="options">The settings, checked.</param>
    /// <param name="services">The services of the program.</param>
    /// <param name="makers">How each is made.</param>
    /// <exception cref="CommandException">There is none.</exception>
    public static ImmutableArray<ServedPlatform> Create(ProgramOptions options, IServiceProvider services, PlatformMakers makers)
    {
        var platforms = ImmutableArray.CreateBuilder<ServedPlatform>();
        if (options.Discord.IsConfigured)
            platforms.Add(new ServedPlatform(makers.Discord(options.Discord, services), options.Discord.Access));
        if (options.Slack.IsConfigured)
            platforms.Add(new ServedPlatform(makers.Slack(options.Slack, services), options.Slack.Access));
        return platforms.Count == 0
            ? throw new CommandException(
                $"No chat service is configured. Set {SettingsFiles.Prefix}Discord__Token for Discord, or {SettingsFiles.Prefix}Slack__BotToken and "
                + $"{SettingsFiles.Prefix}Slack__AppToken for Slack; the README tells where they come from. 'chatlineage chat' needs none of them.")
            : platforms.ToImmutable();
    }

    internal static DiscordPlatform CreateDiscord(DiscordOptions options, IServiceProvider services) => DiscordPlatform.Create(
        options, services.GetRequiredService<HttpClient>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<DiscordPlatform>>());

    internal static SlackPlatform CreateSlack(SlackOptions options, IServiceProvider services) => new(
        options, services.GetRequiredService<HttpClient>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<SlackPlatform>>());
}
