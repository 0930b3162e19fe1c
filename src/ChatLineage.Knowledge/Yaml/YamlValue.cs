using System.Collections.Immutable;

namespace ChatLineage.Knowledge.Yaml;

/// <summary>A YAML value with its place: text, list or map. Notes need no more of YAML than these.</summary>
internal abstract record YamlValue(Position At);

/// <summary>A scalar, always read as text.</summary>
internal sealed record YamlText(string Text, Position At) : YamlValue(At);

/// <summary>A sequence.</summary>
internal sealed record YamlList(ImmutableArray<YamlValue> Items, Position At) : YamlValue(At);

/// <summary>A mapping in the order of the file; keys are unique.</summary>
internal sealed record YamlMap(ImmutableArray<YamlEntry> Entries, Position At) : YamlValue(At);

/// <summary>One key of a mapping.</summary>
internal sealed record YamlEntry(YamlText Key, YamlValue Value);
