using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>What a question is about, and what a bare answer to it says: «19 April 2023» to «when did it come out».</summary>
internal sealed class QuestionReading
{
    private readonly ImmutableArray<Assertion> _assertions;
    private readonly bool _isDenied;

    public QuestionReading(EvidenceSet evidence, string question)
    {
        var elements = evidence.Read(question);
        Elements = elements;
        Topics = elements.SelectMany(element => element.Names).Concat(evidence.NamesWith(question)).ToFrozenSet();
        _assertions = [.. new AssertionReader(elements, isEvidence: false, (_, _) => []).Read()
            .Where(assertion => assertion.Sense.Primary is not ("any" or "before" or "larger"))];
        _isDenied = elements.Any(element => element.Kind == ElementKind.Negation);
    }

    /// <summary>Its words.</summary>
    public IReadOnlyList<Element> Elements { get; }

    /// <summary>The names of the evidence that it mentions.</summary>
    public FrozenSet<int> Topics { get; }

    // What answers a question before its proof is told. The phrases behind yes and no state nothing: they agree or limit.
    private static readonly (string Words, bool? Value)[] Openings =
        [("yes", true), ("no", false), ("right", null), ("it is", null), ("it was", null), ("it does", null),
            ("as far as the notes go", null), ("not as far as the notes go", null)];

    /// <summary>Takes what answers a question off a sentence, so that its proof is left: «No. As far as the notes go, …».</summary>
    /// <returns>True for yes, false for no; null for neither.</returns>
    public static bool? Opening(string sentence, out string statement)
    {
        bool? said = null;
        statement = sentence;
        for (var at = 0; at < Openings.Length; at++)
        {
            var (words, value) = Openings[at];
            if (!statement.StartsWith(words, StringComparison.OrdinalIgnoreCase) || statement.Length <= words.Length
                || statement[words.Length] is not (',' or '.' or ':' or ';'))
                continue;
            statement = statement[(words.Length + 1)..].TrimStart();
            said ??= value;
        }

        return said;
    }

    /// <summary>Why «yes» or «no» is wrong here; null when nothing speaks against it.</summary>
    /// <param name="opening">True for yes, false for no.</param>
    /// <param name="prover">Proves by the lines that the sentence cites.</param>
    /// <param name="dates">The dates of the sentence: a «no» may be about the time alone.</param>
    public string? OpeningProblem(bool? opening, Prover prover, IReadOnlyList<StatedDate> dates)
    {
        if (opening == false && Elements.Where(element => element.Kind == ElementKind.Date).Select(element => element.Date.Days).OfType<(int First, int Last)>()
            .ToList() is { Count: > 0 } asks && dates.Select(date => date.Days).OfType<(int First, int Last)>().ToList() is { Count: > 0 } told
            && told.TrueForAll(date => asks.TrueForAll(other => date.Last < other.First || date.First > other.Last)))
            return null;
        if (opening is not { } yes || _isDenied || _assertions is not [{ Left: [{ IsOpen: false }], Right: [{ IsOpen: false }] } asked])
            return null;
        var holds = prover.Prove(asked, Elements) is not null || (yes && RelationLexicon.Looser(asked.Sense) is { } looser
            && prover.Prove(asked with { Sense = looser }, Elements) is not null);
        return holds == yes ? null : yes ? "what it cites does not say yes" : "what it cites does not say no";
    }

    private static bool IsFragment(List<Element> sentence) =>
        !sentence.Any(element => element.Kind is ElementKind.Be or ElementKind.Relation or ElementKind.Negation
            || element.Text is "does" or "do" or "did" or "may" or "can")
        && sentence.Count(element => element is { Kind: ElementKind.Word, IsHard: false }) <= 3
        && (sentence.Count < 2 || sentence[1].Kind is not ElementKind.Word)
        && sentence[0].Kind is ElementKind.Name or ElementKind.Function or ElementKind.Date;

    /// <summary>Why an answer without a verb does not answer the question; null when it does, or when that cannot be told.</summary>
    public string? FragmentProblem(List<Element> sentence, Prover prover)
    {
        var named = sentence.Where(element => element.Kind == ElementKind.Name).SelectMany(element => element.Names).ToImmutableArray();
        if (_assertions is not [{ } asked] || named.IsEmpty || named.All(Topics.Contains) || !IsFragment(sentence))
            return null;
        var filled = asked switch
        {
            { Left: [{ IsOpen: false }], Right: [] } => asked with { Right = [new Argument(named)] },
            { Left: [{ IsOpen: true }], Right: [{ IsOpen: false }] } => asked with { Left = [new Argument(named)] },
            _ => null,
        };
        return filled is null || prover.Prove(filled, []) is not null ? null : "what it cites is not what the question asks";
    }
}
