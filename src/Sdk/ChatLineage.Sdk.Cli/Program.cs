using ChatLineage.Cli;
using ChatLineage.Cli.Composition;
using ChatLineage.Discord.DiscordNet;
using ChatLineage.Slack.SlackNet;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

// The program of the main solution, with all its commands; only the two clients are others.
return await ChatLineageCommand.RunAsync(args, new PlatformMakers(
    (options, services) => new DiscordNetPlatform(options, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<DiscordNetPlatform>>()),
    (options, services) => new SlackNetPlatform(options, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<SlackNetPlatform>>())));
