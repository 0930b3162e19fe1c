using ChatLineage.Cli;

return await ChatLineageCommand.RunAsync(args);
