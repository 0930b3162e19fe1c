using System.CommandLine;
using System.CommandLine.Parsing;
using ChatLineage.Answering.Drafting;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Storage;
using ChatLineage.Cli.Commands;
using ChatLineage.Cli.Commands.Discord;
using ChatLineage.Cli.Commands.Knowledge;
using ChatLineage.Cli.Commands.Model;
using ChatLineage.Cli.Commands.Slack;
using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Settings;
using ChatLineage.Discord.Protocol.Rest;
using ChatLineage.Evaluation.Baselines;
using ChatLineage.Evaluation.Questions;
using ChatLineage.LocalModel;
using ChatLineage.LocalModel.Catalogue.Downloads;

namespace ChatLineage.Cli;

/// <summary>The command line: what a person types, mapped to <c>Commands/&lt;Noun&gt;/&lt;Verb&gt;Command.cs</c>.</summary>
internal static class ChatLineageCommand
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(2);

    // Answers that are being made are finished, as long as the settings allow that.
    private static readonly TimeSpan TimeToStopServing = TimeSpan.FromSeconds(70);

    /// <summary>Runs a command line and says how it ended (<see cref="ExitCode"/>).</summary>
    /// <param name="args">What a person typed.</param>
    /// <param name="platforms">How chat services are made.</param>
    public static async Task<int> RunAsync(string[] args, PlatformMakers platforms)
    {
        try
        {
            var parsed = Root(platforms).Parse(args);
            if (parsed.Errors.Count > 0)
                return Misused(parsed);

            // The chat gives Ctrl-C a meaning of its own.
            var ownsInterrupts = parsed.CommandResult.Command is ChatCommand;
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = ownsInterrupts ? null : parsed.CommandResult.Command is ServeCommand ? TimeToStopServing : TimeToStop,
            });
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (GenerationException broken)
        {
            await Console.Error.WriteLineAsync($"{broken.Message} With --no-model the answer is put together without the model.");
            return ExitCode.Failed;
        }
        catch (Exception expected) when (expected is CommandException or SettingsException or DirectoryNotFoundException or ModelLoadException or PromptTemplateException
            or QuestionFileException or BaselineException or ModelDownloadException or DiscordRestException or ChatStoreException or PlatformStoppedException)
        {
            await Console.Error.WriteLineAsync(expected.Message);
            return ExitCode.Failed;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{unusable.Message} Check the path, who may read and write it, and the free space.");
            return ExitCode.Failed;
        }
        catch (Exception fault)
        {
            await Console.Error.WriteLineAsync($"chatlineage failed unexpectedly. This is a fault in the program; please report it with these lines:\n{fault}");
            return ExitCode.Failed;
        }
    }

    /// <summary>All commands.</summary>
    /// <param name="platforms">How chat services are made.</param>
    internal static RootCommand Root(PlatformMakers platforms) => new("Answers questions about open-source AI lineage from notes that cite their sources.")
    {
        new AskCommand(),
        new ChatCommand(),
        new Commands.CheckCommand(),
        new DoctorCommand(),
        new EvalCommand(),
        new ServeCommand(platforms),
        new Command("discord", "Set up the bot in Discord.")
        {
            InviteCommand.Create(),
            RegisterCommand.Create(),
        },
        new Command("knowledge", "Work with the notes.")
        {
            Commands.Knowledge.CheckCommand.Create(),
            DiffCommand.Create(),
            DraftCommand.Create(),
            GapsCommand.Create(),
            GraphCommand.Create(),
            ImportCommand.Create(),
            NewCommand.Create(),
            ShowCommand.Create(),
            StatsCommand.Create(),
        },
        new Command("model", "Choose, download and check the language model.")
        {
            BenchCommand.Create(),
            ListCommand.Create(),
            PullCommand.Create(),
            UseCommand.Create(),
            VerifyCommand.Create(),
        },
        new Command("slack", "Set up the bot in Slack.")
        {
            ManifestCommand.Create(),
        },
    };

    private static int Misused(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
            Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine($"'chatlineage {string.Concat(Path(parsed.CommandResult).Select(name => name + " "))}--help' shows how it is used.");
        return ExitCode.Usage;
    }

    private static IEnumerable<string> Path(CommandResult command) =>
        command.Parent is CommandResult parent ? Path(parent).Append(command.Command.Name) : [];
}
