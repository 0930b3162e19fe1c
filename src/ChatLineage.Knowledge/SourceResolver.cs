using System.Collections.Immutable;
using ChatLineage.Knowledge.Lint;
using ChatLineage.Knowledge.Sources;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge;

/// <summary>Resolves the source ids of one file; ids that do not exist are reported and left out.</summary>
internal readonly struct SourceResolver(Dictionary<string, Source> sources, string path, ICollection<Finding> findings)
{
    public ImmutableArray<Source> Resolve(ImmutableArray<Located<string>> ids)
    {
        var found = ImmutableArray.CreateBuilder<Source>(ids.Length);
        foreach (var id in ids)
        {
            if (sources.TryGetValue(id.Value, out var source))
                found.Add(source);
            else
                findings.Add(new Finding(Rules.UnknownSource, path, id.At, $"'{id.Value}' is not listed under sources/",
                    "correct the id, or add the source to a file there")
                { Value = id.Value });
        }

        return found.DrainToImmutable();
    }
}
