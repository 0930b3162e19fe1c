namespace ChatLineage.Knowledge.Yaml;

/// <summary>A value and where it stands in its file.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="At">Where it stands.</param>
public readonly record struct Located<T>(T Value, Position At);
