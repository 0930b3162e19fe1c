using System.Collections.Immutable;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Sources;

/// <summary>A file under <c>knowledge/sources/</c>.</summary>
/// <param name="Path">The file, relative to the knowledge folder.</param>
/// <param name="Sources">Its sources, each with its place.</param>
public sealed record SourceFile(string Path, ImmutableArray<Located<Source>> Sources);
