using System.CommandLine;
using System.Globalization;
using System.Text;
using ChatLineage.Cli.Terminal;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Drawing;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Pictures;

namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary><c>chatlineage knowledge graph &lt;entity&gt;</c></summary>
internal static class GraphCommand
{
    private const int DefaultDepth = 3;

    public static Command Create()
    {
        var entity = EntityArgument.Create();
        var format = new Option<string>("--format") { Description = "How to draw it; png is a picture to share, which chooses by itself what it shows.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "mermaid", "dot", "svg", "json", "png");
        var up = new Option<bool>("--up") { Description = "Only what it comes from." };
        var down = new Option<bool>("--down") { Description = "Only what came of it." };
        var depth = new Option<int>("--depth") { Description = "How many steps to go, 1 to 100.", HelpName = "steps", DefaultValueFactory = _ => DefaultDepth };
        depth.Validators.Add(result =>
        {
            // Without the option the validator runs too, on the default and without a token.
            if (result.Tokens is [var given, ..] && (!int.TryParse(given.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var steps) || steps is < 1 or > 100))
                result.AddError($"--depth is '{given.Value}'; give a number of steps from 1 to 100.");
        });
        var output = new Option<string?>("--out") { Description = "The file to write, instead of standard output; png needs it.", HelpName = "file" };
        var theme = new Option<string>("--theme") { Description = "The colours of a png.", DefaultValueFactory = _ => "light" };
        theme.AcceptOnlyFromAmong("light", "dark");
        var knowledge = KnowledgeOption.Create();
        var command = new Command("graph", "Draw what an entity comes from and what came of it.") { entity, format, up, down, depth, output, theme, knowledge };
        command.SetAction(parsed =>
        {
            var notes = KnowledgeOption.Load(parsed.GetRequiredValue(knowledge));
            var centre = EntityArgument.Find(notes, parsed.GetRequiredValue(entity));
            var file = parsed.GetValue(output);
            if (parsed.GetRequiredValue(format) == "png")
            {
                Draw(notes, centre, parsed.GetRequiredValue(theme) == "dark" ? Theme.Dark : Theme.Light, file);
                return ExitCode.Done;
            }

            var both = parsed.GetValue(up) == parsed.GetValue(down);
            var diagram = LineageDiagram.Around(notes, centre, both || parsed.GetValue(up), both || parsed.GetValue(down), parsed.GetValue(depth));
            if (file is null)
                Write(parsed.GetRequiredValue(format), diagram, Console.Out, TerminalTraits.Detect().Width);
            else
                Save(file, Written(parsed.GetRequiredValue(format), diagram));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Draw(KnowledgeBase notes, Entity centre, Theme theme, string? file)
    {
        if (file is null)
            throw new CommandException($"A picture goes into a file. Name it with --out, such as --out {centre.Id}.png.");
        var picture = LineagePicture.Draw(notes, centre, theme);
        Save(file, picture.Png.Span);
        Console.Out.WriteLine($"Wrote {file}, {picture.Width} by {picture.Height} pixels. In words:");
        Console.Out.WriteLine(picture.AltText);
    }

    private static byte[] Written(string format, LineageDiagram diagram)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Write(format, diagram, text, width: null);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Save(string file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            File.WriteAllBytes(file, bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{file}' cannot be written: {exception.Message} Give --out a file in a folder that exists and that you may write to.", exception);
        }
    }

    private static void Write(string format, LineageDiagram diagram, TextWriter output, int? width)
    {
        switch (format)
        {
            case "mermaid":
                output.Write(MermaidDiagram.Write(diagram));
                break;
            case "dot":
                output.Write(DotDiagram.Write(diagram));
                break;
            case "svg":
                output.Write(SvgDiagram.Write(diagram));
                break;
            case "json":
                using (var json = new MemoryStream())
                {
                    JsonDiagram.Write(json, diagram);
                    output.WriteLine(Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length));
                }

                break;
            default:
                new TextTree(output, width ?? int.MaxValue).Write(diagram);
                if (diagram.Edges.IsEmpty)
                    output.WriteLine("No derivation is recorded, neither from nor to it.");
                break;
        }
    }
}
