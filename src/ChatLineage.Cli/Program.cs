using ChatLineage.Cli;
using ChatLineage.Cli.Composition;

return await ChatLineageCommand.RunAsync(args, PlatformMakers.Own);
