namespace ChatLineage.Pictures;

/// <summary>What a picture is made to stand on.</summary>
public enum Theme
{
    /// <summary>Dark letters on white.</summary>
    Light,

    /// <summary>Light letters on near-black.</summary>
    Dark,
}
