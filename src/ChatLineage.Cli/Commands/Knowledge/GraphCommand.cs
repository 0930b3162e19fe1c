using System.CommandLine;
using System.Globalization;
using ChatLineage.Cli.Terminal;
using ChatLineage.Knowledge.Drawing;

namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary><c>chatlineage knowledge graph &lt;entity&gt;</c></summary>
internal static class GraphCommand
{
    private const int DefaultDepth = 3;

    public static Command Create()
    {
        var entity = EntityArgument.Create();
        var format = new Option<string>("--format") { Description = "How to draw it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "mermaid", "dot", "svg", "json");
        var up = new Option<bool>("--up") { Description = "Only what it comes from." };
        var down = new Option<bool>("--down") { Description = "Only what came of it." };
        var depth = new Option<int>("--depth") { Description = "How many steps to go, 1 to 100.", HelpName = "steps", DefaultValueFactory = _ => DefaultDepth };
        depth.Validators.Add(result =>
        {
            // Without the option the validator runs too, on the default and without a token.
            if (result.Tokens is [var given, ..] && (!int.TryParse(given.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var steps) || steps is < 1 or > 100))
                result.AddError($"--depth is '{given.Value}'; give a number of steps from 1 to 100.");
        });
        var knowledge = KnowledgeOption.Create();
        var command = new Command("graph", "Draw what an entity comes from and what came of it.") { entity, format, up, down, depth, knowledge };
        command.SetAction(parsed =>
        {
            var notes = KnowledgeOption.Load(parsed.GetRequiredValue(knowledge));
            var centre = EntityArgument.Find(notes, parsed.GetRequiredValue(entity));
            var both = parsed.GetValue(up) == parsed.GetValue(down);
            Write(parsed.GetRequiredValue(format), LineagePicture.Around(notes, centre, both || parsed.GetValue(up), both || parsed.GetValue(down), parsed.GetValue(depth)));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(string format, LineagePicture picture)
    {
        switch (format)
        {
            case "mermaid":
                Console.Out.Write(MermaidPicture.Write(picture));
                break;
            case "dot":
                Console.Out.Write(DotPicture.Write(picture));
                break;
            case "svg":
                Console.Out.Write(SvgPicture.Write(picture));
                break;
            case "json":
                JsonPicture.Write(Console.OpenStandardOutput(), picture);
                Console.Out.WriteLine();
                break;
            default:
                new TextTree(Console.Out, TerminalTraits.Detect().Width ?? int.MaxValue).Write(picture);
                if (picture.Edges.IsEmpty)
                    Console.Out.WriteLine("No derivation is recorded, neither from nor to it.");
                break;
        }
    }
}
