using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Words;

namespace ChatLineage.Answering.Understanding.Examples;

/// <summary>
/// Labelled questions that maintainers collect, and the nearest of them to a new one: the second layer of understanding, for
/// questions whose structure leaves doubt.
/// </summary>
/// <remarks>
/// Nearness is the cosine of TF-IDF weights over words, pairs of words and letter trigrams (Salton and Buckley 1988), which needs
/// no model and forgives endings and typos. Immutable; safe from any number of threads.
/// </remarks>
public sealed class ExampleBook
{
    private const string FileName = "examples.txt";

    private readonly ImmutableArray<(Example Example, Dictionary<string, double> Weights)> _examples;
    private readonly Dictionary<string, double> _rarity;

    private ExampleBook(IReadOnlyCollection<Example> examples)
    {
        var features = examples.Select(example => Features(example.Asked)).ToList();
        _rarity = features.SelectMany(each => each.Keys).CountBy(feature => feature)
            .ToDictionary(pair => pair.Key, pair => Math.Log(1 + (examples.Count / (double)pair.Value)), StringComparer.Ordinal);
        _examples = [.. examples.Zip(features, (example, each) => (example, Weighted(each)))];
    }

    /// <summary>A book without examples: the second layer never decides.</summary>
    public static ExampleBook Empty { get; } = new([]);

    /// <summary>Reads <c>examples.txt</c> of a folder of prompts; an empty book when there is none.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InvalidDataException">A line has no «=>»; the message names the file and the line.</exception>
    public static ExampleBook Load(string folder)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) ? Parse(File.ReadAllLines(file), file) : Empty;
    }

    /// <summary>Reads examples, one a line: «question => plain question», or «question => unknown».</summary>
    internal static ExampleBook Parse(IReadOnlyList<string> lines, string file)
    {
        var examples = new List<Example>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length == 0 || lines[i][0] == '#')
                continue;
            var parts = lines[i].Split("=>", 2, StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0)
                throw new InvalidDataException($"{file}:{i + 1}: '{lines[i]}' is no example. Write 'unusual question => plain question', or '=> unknown'.");
            examples.Add(new Example(parts[0], parts[1] == "unknown" ? null : parts[1]));
        }

        return new ExampleBook(examples);
    }

    /// <summary>The nearest example to a question in which X and Y stand for names, and how near it is, 0 to 1; null for an empty
    /// book.</summary>
    internal (Example Example, double Nearness)? Nearest(string asked)
    {
        var weights = Weighted(Features(asked));
        (Example Example, double Nearness)? best = null;
        foreach (var (example, other) in _examples)
        {
            var nearness = weights.Sum(pair => pair.Value * other.GetValueOrDefault(pair.Key));
            if (best is null || nearness > best.Value.Nearness)
                best = (example, nearness);
        }

        return best;
    }

    private Dictionary<string, double> Weighted(Dictionary<string, double> features)
    {
        var unseen = Math.Log(1 + Math.Max(1, _examples.IsDefault ? _rarity.Count : _examples.Length));
        var weights = features.ToDictionary(pair => pair.Key, pair => pair.Value * _rarity.GetValueOrDefault(pair.Key, unseen),
            StringComparer.Ordinal);
        var length = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
        return length == 0 ? weights : weights.ToDictionary(pair => pair.Key, pair => pair.Value / length, StringComparer.Ordinal);
    }

    private static Dictionary<string, double> Features(string text)
    {
        var words = Tokenizer.Tokens(text).Select(token => token.Text is "whats" ? "what" : token.Text is "wheres" ? "where" : token.Text)
            .ToList();
        var features = new Dictionary<string, double>(StringComparer.Ordinal);
        void Count(string feature, double weight) => features[feature] = features.GetValueOrDefault(feature) + weight;
        for (var i = 0; i < words.Count; i++)
        {
            Count(words[i], 1);
            if (i > 0)
                Count(words[i - 1] + " " + words[i], 0.7);
            for (var at = 0; at + 3 <= words[i].Length && words[i].Length > 4; at++)
                Count(string.Concat("~", words[i].AsSpan(at, 3)), 0.25);
        }

        return features;
    }
}
