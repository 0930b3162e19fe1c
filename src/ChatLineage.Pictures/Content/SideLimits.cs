namespace ChatLineage.Pictures.Content;

/// <summary>How much of one side has room in a picture.</summary>
/// <param name="Near">Boxes next to the centre, at least 2.</param>
/// <param name="Levels">Levels, at least 1.</param>
internal sealed record SideLimits(int Near, int Levels)
{
    /// <summary>
    /// How many boxes a further level may have: the more there are inside it, the fewer, since all their lines pass each other.
    /// </summary>
    public static int FarBeside(int inner) => inner switch
    {
        <= 3 => 6,
        <= 6 => 3,
        _ => 0,
    };
}
