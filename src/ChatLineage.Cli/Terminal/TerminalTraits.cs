namespace ChatLineage.Cli.Terminal;

/// <summary>What the terminal at the other end can do.</summary>
/// <param name="Width">The columns to wrap at; null when the output goes to a file or a pipe, which gets whole lines.</param>
/// <param name="Interactive">True when a person types the input and sees the output.</param>
/// <param name="Colour">True when escape sequences for weight and colour are understood and wanted.</param>
internal sealed record TerminalTraits(int? Width, bool Interactive, bool Colour)
{
    // Lines longer than this are hard to read, however wide the window is.
    private const int WidestText = 100;
    private const int NarrowestText = 20;
    private const int UsualWidth = 80;

    /// <summary>Neither a person nor a terminal: plain text, line by line.</summary>
    public static TerminalTraits Piped { get; } = new(null, false, false);

    /// <summary>Asks the console and the environment (<c>NO_COLOR</c>, see no-color.org, and <c>TERM</c>).</summary>
    public static TerminalTraits Detect()
    {
        if (Console.IsOutputRedirected)
            return Piped;
        var plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") is "dumb"
            || (!OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("TERM") is null or "");
        return new TerminalTraits(Columns(), !Console.IsInputRedirected, !plain);
    }

    private static int Columns()
    {
        try
        {
            return Console.WindowWidth is var width and > 0 ? Math.Clamp(width, NarrowestText, WidestText) : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }
}
