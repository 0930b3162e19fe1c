using System.Collections.Frozen;
using System.Collections.Immutable;
using ChatLineage.Answering.Understanding;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Claims;

namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>Finds the words that state something.</summary>
internal static class CueReader
{
    private const int MostSkipped = 3;

    private static readonly FrozenDictionary<string, ImmutableArray<(string[] Words, CueClass Class, CueForm Form)>> ByFirst = Load();

    /// <summary>The cues of a sentence in order, at most one at a place.</summary>
    public static ImmutableArray<Cue> Read(ImmutableArray<Piece> pieces)
    {
        var cues = ImmutableArray.CreateBuilder<Cue>();
        var words = pieces.Select(piece => piece.IsWord ? piece.Word : null).ToArray();
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at] is null)
                continue;
            var (own, asked) = (Longest(pieces, at), Question(words, at));
            // A verb finds its «by» itself.
            if ((own?.End >= (asked?.End ?? 0) || (own?.Form == CueForm.Verb && asked?.Words == own.Words + " by") ? own
                : asked) is not { } cue)
                continue;
            cues.Add(cue);
            at = cue.End - 1;
        }

        return cues.DrainToImmutable();
    }

    /// <summary>True for a word that starts some cue.</summary>
    public static bool Starts(string word) => ByFirst.ContainsKey(word);

    private static Cue? Longest(ImmutableArray<Piece> pieces, int at)
    {
        if (!ByFirst.TryGetValue(pieces[at].Word, out var phrases))
            return null;
        foreach (var (phrase, kind, form) in phrases)
        {
            if (End(pieces, at, phrase) is { } end)
                return new Cue(kind, form, at, end, string.Join(' ', phrase));
        }

        return null;
    }

    private static int? End(ImmutableArray<Piece> pieces, int at, string[] phrase)
    {
        var next = at;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (phrase[i] == "*")
            {
                var limit = Math.Min(next + MostSkipped, pieces.Length - 1);
                var stop = next;
                while (stop <= limit && pieces[stop].IsWord && !Says(pieces[stop], phrase[i + 1]))
                    stop++;
                if (stop == next || stop > limit || !Says(pieces[stop], phrase[i + 1]))
                    return null;
                next = stop;
                continue;
            }

            if (next >= pieces.Length || !Says(pieces[next], phrase[i]) || (i > 0 && pieces[next].Before.AsSpan().ContainsAny(",;:.")))
                return null;
            next++;
        }

        return next;
    }

    private static bool Says(Piece piece, string word) => piece.Word == word
        || (word == "its" && piece is { Referred: true, Possessive: true });

    // The phrases by which questions put a subject before and an object behind: «derived from», «sits on top of».
    private static Cue? Question(string?[] words, int at)
    {
        if (Lexicon.Match(words, at) is not ({ Topic: Topic.Relation, Orientation: Orientation.SubjectFirst } cue, > 1 and var length))
            return null;
        CueClass? kind = cue.Predicates[0] switch
        {
            { Role: LineageRole.Derivation } => CueClass.Derive,
            var each when each == Predicates.TrainedOn => CueClass.Train,
            var each when each == Predicates.DistilledFrom => CueClass.Distil,
            var each when each == Predicates.Uses => CueClass.Use,
            var each when each == Predicates.SuccessorOf => CueClass.Succeed,
            var each when each == Predicates.AlternativeTo => CueClass.Rival,
            var each when each == Predicates.Reimplements => CueClass.Rebuild,
            _ => null,
        };
        return kind is { } found ? new Cue(found, CueForm.Forward, at, at + length, string.Join(' ', words[at..(at + length)])) : null;
    }

    private static FrozenDictionary<string, ImmutableArray<(string[] Words, CueClass Class, CueForm Form)>> Load()
    {
        var all = new List<(string[] Words, CueClass Class, CueForm Form)>();
        foreach (var line in CueText.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            var head = parts[0].Split(' ');
            foreach (var phrase in parts[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                all.Add((Words(phrase), Enum.Parse<CueClass>(head[0]), Enum.Parse<CueForm>(head[1])));
        }

        // The first line that lists a phrase decides where two list it alike; a fixed phrase goes before one with a gap.
        return all.GroupBy(entry => entry.Words[0]).ToFrozenDictionary(
            group => group.Key, group => group.OrderByDescending(entry => entry.Words.Count(word => word != "*"))
                .ThenBy(entry => entry.Words.Contains("*")).ToImmutableArray(), StringComparer.Ordinal);
    }

    private static string[] Words(string phrase) =>
        [.. phrase.Split(' ').SelectMany(word => word == "*" ? ["*"] : Tokenizer.Tokens(word).Select(token => token.Text))];
}
