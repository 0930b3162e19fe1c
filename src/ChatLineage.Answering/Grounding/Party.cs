using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>The right side of a relation as it was read.</summary>
/// <param name="Arguments">What stands there.</param>
/// <param name="End">The element behind it.</param>
internal sealed record Party(ImmutableArray<Argument> Arguments, int End)
{
    /// <summary>The elements at which the arguments stand.</summary>
    public ImmutableArray<int> Places { get; init; } = [];

    /// <summary>The element with which it begins; 0 when it follows its relation.</summary>
    public int From { get; init; }

    /// <summary>Parts it where a date follows a name: «StarCoder in May 2023 and StarCoder2 in 2024» are two statements.</summary>
    public IEnumerable<Party> ByDate(IReadOnlyList<Element> elements)
    {
        if (Places.Length != Arguments.Length || Places.Length < 2)
            return [this];
        var parts = new List<Party>();
        var first = 0;
        for (var i = 0; i + 1 < Places.Length; i++)
        {
            if (!Enumerable.Range(Places[i], Places[i + 1] - Places[i]).Any(at => elements[at].Kind == ElementKind.Date))
                continue;
            parts.Add(new Party(Arguments[first..(i + 1)], Places[i] + 1) { From = first == 0 ? 0 : Places[first] - 1 });
            first = i + 1;
        }

        parts.Add(new Party(Arguments[first..], End) { From = first == 0 ? 0 : Places[first] - 1 });
        return parts;
    }
}
