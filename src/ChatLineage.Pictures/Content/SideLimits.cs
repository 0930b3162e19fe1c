namespace ChatLineage.Pictures.Content;

/// <summary>How much of one side has room in a picture.</summary>
/// <param name="Near">Boxes next to the centre, at least 2.</param>
/// <param name="Far">Boxes a level further out.</param>
/// <param name="Levels">Levels, at least 1.</param>
internal sealed record SideLimits(int Near, int Far, int Levels);
