using System.CommandLine;
using System.CommandLine.Help;
using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Tests.Architecture;

namespace ChatLineage.Cli.Tests;

public sealed class CommandReferenceTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "commands.md");

    [Fact]
    public void Reference_always_is_up_to_date()
    {
        var reference = CommandReference.Write(ChatLineageCommand.Root(PlatformMakers.Own));
        if (Environment.GetEnvironmentVariable("CHATLINEAGE_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(Page, reference);

        Assert.True(
            File.Exists(Page) && File.ReadAllText(Page).ReplaceLineEndings("\n") == reference,
            "docs/commands.md is out of date. Run 'make docs' and commit it.");
    }

    [Fact]
    public void Descriptions_are_sentences()
    {
        var described = All(ChatLineageCommand.Root(PlatformMakers.Own))
            .SelectMany(command => command.Options.Where(option => option is not (HelpOption or VersionOption)).Select(option => (option.Name, option.Description))
                .Concat(command.Arguments.Select(argument => (argument.Name, argument.Description)))
                .Append((command.Name, command.Description)))
            .ToList();

        Assert.NotEmpty(described);
        Assert.All(described, each => Assert.True(each.Description is { Length: > 5 } text && char.IsUpper(text[0]) && text[^1] is '.' or ')', $"{each.Name}: '{each.Description}'"));
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
