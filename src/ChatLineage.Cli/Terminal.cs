namespace ChatLineage.Cli;

/// <summary>What standard output is.</summary>
internal static class Terminal
{
    private const int DefaultColumns = 80;

    /// <summary>True when standard output is a terminal and the person has not asked for plain text (https://no-color.org).</summary>
    public static bool HasColours =>
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>How many characters fit on a line; 80 when standard output is no terminal.</summary>
    public static int Columns => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? DefaultColumns : Console.WindowWidth;
}
