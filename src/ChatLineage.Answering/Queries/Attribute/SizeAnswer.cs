using System.Globalization;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Attribute;

/// <summary>Says how big something is.</summary>
internal static class SizeAnswer
{
    public static QueryResult Evaluate(AttributeQuery query, EvaluationContext context)
    {
        if (Line(query.Entity) is not { } line)
            return Detailed(query, context);
        var conflict = context.Knowledge.ConflictsAbout(query.Entity).FirstOrDefault(each => each.Aspect is "size" or "volunteers"
            or "languages" or "count");
        return new QueryResult
        {
            Statements = [Statement.Of(line.Text, line), .. conflict is null ? Array.Empty<Statement>()
                : [context.Conflicts.Aside(conflict)]],
            Expected = new Expectation(null, [[query.Entity.Size!]]),
            Conflicts = conflict is null ? [] : [conflict],
            Named = [query.Entity],
        };
    }

    /// <summary>The size as a sentence; null when it is not recorded.</summary>
    public static EvidenceLine? Line(Entity entity)
    {
        if (entity.Size is not { } size || entity.Source is not { } source)
            return null;
        var text = entity.Kind == EntityKind.Model
            ? $"{entity.Name} has {InWords(size)} parameters."
            : IsVolume(size) ? $"{entity.Name} is {size} in size." : $"{entity.Name} has {size}.";
        return new EvidenceLine(text, [source], []);
    }

    private static bool IsVolume(string size) => size.EndsWith("GB", StringComparison.Ordinal)
        || size.EndsWith("TB", StringComparison.Ordinal) || size.EndsWith("iB", StringComparison.Ordinal)
        || size.EndsWith("MB", StringComparison.Ordinal);

    /// <summary>The largest number of a size, in single parameters or units; null when it holds none.</summary>
    public static double? Largest(string? size)
    {
        if (size is null)
            return null;
        double? largest = null;
        for (var at = 0; at < size.Length; at++)
        {
            if (!char.IsAsciiDigit(size[at]))
                continue;
            var end = at;
            while (end < size.Length && (char.IsAsciiDigit(size[end]) || size[end] is '.' or ','))
                end++;
            if (double.TryParse(size[at..end].Replace(",", "", StringComparison.Ordinal).TrimEnd('.'), NumberStyles.Float,
                CultureInfo.InvariantCulture, out var number))
                largest = Math.Max(largest ?? 0, number * Scale(size, end));
            at = end;
        }

        return largest;
    }

    private static double Scale(string size, int at)
    {
        while (at < size.Length && size[at] == ' ')
            at++;
        return at >= size.Length ? 1 : size[at] switch
        {
            'T' => 1e12,
            'B' or 'G' => 1e9,
            'M' => 1e6,
            'K' or 'k' => 1e3,
            _ => 1,
        };
    }

    // «13B» is read out as 13 billion; anything longer stays as the source has it.
    private static string InWords(string size)
    {
        if (size.Length < 2 || !double.TryParse(size[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            return size;
        return size[^1] switch
        {
            'B' => size[..^1] + " billion (" + size + ")",
            'M' => size[..^1] + " million (" + size + ")",
            'T' => size[..^1] + " trillion (" + size + ")",
            _ => size,
        };
    }

    // A figure that stands in the detail of a claim about it.
    private static QueryResult Detailed(AttributeQuery query, EvaluationContext context)
    {
        var told = context.Facts.From(query.Entity, [.. Predicates.All])
            .Where(fact => fact.Best.Detail is { } detail && detail.Any(char.IsAsciiDigit))
            .OrderByDescending(fact => Hints.Fit(fact, query.Hints))
            .FirstOrDefault();
        return told is not null && Hints.Fit(told, query.Hints)
            ? new QueryResult { Statements = [Statement.Of(told.Line.Text, told.Line)], Named = [query.Entity] }
            : Abstain.NotRecorded($"how big {query.Entity.Name} is", Abstain.Nearest(query.Entity, context), query.Entity);
    }
}
