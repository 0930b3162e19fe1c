using System.Globalization;

namespace ChatLineage.Benchmarks.LocalModel.Comparison;

/// <summary>Figures of several contestants that take turns, so that what else the machine does touches all of them alike.</summary>
internal sealed class Rounds(params string[] contestants)
{
    private readonly List<double>[] _values = [.. contestants.Select(_ => new List<double>())];

    /// <summary>Notes the figures of a round, in the order of the contestants.</summary>
    public void Add(params double[] values)
    {
        for (var i = 0; i < values.Length; i++)
            _values[i].Add(values[i]);
    }

    /// <summary>A line with each contestant's median, and the first one's ratio to each other one as the median over the rounds.</summary>
    public string Line(string what, string unit) => what + ": " + string.Join(", ", contestants.Select((name, i) =>
        string.Create(CultureInfo.InvariantCulture, $"{name} {Median(_values[i]):0.#} {unit}")
        + (i == 0
            ? "" : string.Create(CultureInfo.InvariantCulture,
                $" (ratio {Median([.. _values[0].Zip(_values[i], (mine, other) => mine / other)]):0.00})"))));

    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
