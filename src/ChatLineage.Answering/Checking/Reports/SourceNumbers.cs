using System.Collections.Immutable;
using System.Globalization;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Checking.Reports;

/// <summary>Numbers the sources of a check in the order in which they are first cited.</summary>
internal sealed class SourceNumbers
{
    private const int MostCited = 3;

    private readonly List<Source> _sources = [];

    public SourceNumbers(TextCheck check)
    {
        foreach (var statement in check.Statements)
            _sources.AddRange(statement.Sources.Take(MostCited).Where(source => !_sources.Contains(source)).Distinct().ToList());
    }

    public ImmutableArray<Source> All => [.. _sources];

    /// <summary>«[1][2]»; empty for a statement without sources.</summary>
    public string Cited(CheckedStatement statement) =>
        string.Concat(Of(statement).Select(number => string.Create(CultureInfo.InvariantCulture, $"[{number}]")));

    /// <summary>The numbers of a statement's sources.</summary>
    public ImmutableArray<int> Of(CheckedStatement statement) => [.. statement.Sources.Take(MostCited)
        .Select(source => _sources.IndexOf(source) + 1)];

    /// <summary>The source on one line: title, publisher, date and address.</summary>
    public static string Line(Source source)
    {
        var origin = source.Published is { } date ? $"{source.Publisher}, {date.ToWords()}" : source.Publisher;
        return source.Url.StartsWith("http", StringComparison.Ordinal) ? $"{source.Title}. {origin}. {source.Url}"
            : $"{source.Title}. {origin}.";
    }
}
