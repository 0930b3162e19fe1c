using System.Text.RegularExpressions;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Grounding;
using ChatLineage.Knowledge.Claims;

namespace ChatLineage.Answering.Tests.Grounding;

/// <summary>Every wording of a relation proves every other wording of it, and neither its reverse, its denial nor another relation.</summary>
public sealed class WordingTests
{
    // The wordings that the embedded writer was trained on; the first of each predicate is the notes' own.
    private static readonly Dictionary<string, string[]> Wordings = new(StringComparer.Ordinal)
    {
        ["released_by"] = ["S was released by O on 28 April 2023.", "O released S on 28 April 2023.", "S is a model from O, released on 28 April 2023.", "S came out on 28 April 2023, published by O."],
        ["licensed_under"] = ["S is licensed under O.", "The licence of S is O.", "S is available under O.", "O covers S."],
        ["trained_on"] = ["S was trained on O.", "S is trained on O.", "O is part of the training data of S.", "The training data of S includes O."],
        ["built_on"] = ["S is built on O.", "S builds on O.", "S is based on O.", "O is the base of S."],
        ["fine_tuned_from"] = ["S is fine-tuned from O.", "S was fine-tuned from O.", "S is a fine-tune of O.", "O was fine-tuned into S.", "S is a tune of O."],
        ["distilled_from"] = ["S is distilled from O.", "S was trained on outputs of O.", "O is the teacher of S."],
        ["successor_of"] = ["S is the successor of O.", "S succeeds O.", "S followed O.", "O was followed by S."],
        ["created_by"] = ["S was created by O in April 2023.", "O created S in April 2023."],
        ["member_of"] = ["S is a member of O.", "S works at O.", "S belongs to O.", "S is part of O.", "O includes S."],
        ["led_by"] = ["S is led by O.", "O leads S."],
        ["reimplements"] = ["S reimplements O.", "S is a reimplementation of O.", "O was reimplemented by S."],
        ["uses"] = ["S uses O.", "O is used by S."],
        ["about"] = ["S is about O.", "O is the subject of S."],
        ["hosted_by"] = ["S is hosted by O.", "O hosts S."],
        ["alternative_to"] = ["S is an alternative to O.", "O has the alternative S."],
        ["funded_by"] = ["S is funded by O.", "O funds S."],
        ["powers"] = ["S powers O.", "O is powered by S."],
        ["merged_from"] = ["S is merged from O.", "O was merged into S."],
        ["quantised_from"] = ["S is quantised from O.", "O was quantised into S."],
        ["adapter_of"] = ["S is an adapter for O.", "O has the adapter S."],
    };

    // A wider relation is proven by a narrower one: what is fine-tuned from X is built on X, and uses it.
    private static readonly HashSet<(string Said, string Evidence)> Wider =
    [
        ("built_on", "fine_tuned_from"), ("built_on", "merged_from"), ("built_on", "quantised_from"), ("built_on", "adapter_of"),
        ("uses", "built_on"), ("uses", "fine_tuned_from"), ("uses", "merged_from"), ("uses", "quantised_from"), ("uses", "adapter_of"),
        ("uses", "trained_on"), ("uses", "distilled_from"),
    ];

    public static TheoryData<string> Ids => [.. Predicates.All.Select(predicate => predicate.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Judge_wordings_of_a_predicate_prove_each_other(string id)
    {
        foreach (var (evidence, said) in from evidence in Wordings[id] from said in Wordings[id] select (evidence, said))
            Assert.True(Judge(evidence, said, id), $"{evidence} => {said}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Judge_reverse_of_a_predicate_is_not_proven(string id)
    {
        foreach (var (evidence, said) in from evidence in Wordings[id] from said in Wordings[id] select (evidence, said))
            Assert.False(Judge(evidence, Swapped(said), id), $"{evidence} => {Swapped(said)}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Judge_denial_of_a_predicate_is_not_proven(string id)
    {
        var denial = Predicates.Find(id)!.Denial;
        foreach (var evidence in Wordings[id])
            Assert.False(Judge(evidence, $"S {denial} O.", id), evidence);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Judge_denial_proves_itself_and_not_its_opposite(string id)
    {
        var denial = $"S {Predicates.Find(id)!.Denial} O.";
        Assert.True(Judge(denial, denial, id));
        foreach (var said in Wordings[id])
            Assert.False(Judge(denial, said, id), said);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Judge_phrases_of_a_predicate_are_read_as_it(string id)
    {
        var predicate = Predicates.Find(id)!;
        Assert.True(Judge(Wordings[id][0], $"S {predicate.Phrase} O.", id), predicate.Phrase);
        Assert.True(Judge(Wordings[id][0], $"O {predicate.Inverse} S.", id), predicate.Inverse);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Judge_other_predicates_are_not_proven(string id)
    {
        foreach (var (evidence, other) in from evidence in Wordings[id] from other in Predicates.All select (evidence, other))
        {
            if (other.Id != id && !Wider.Contains((other.Id, id)))
                Assert.False(Judge(evidence, $"S {other.Phrase} O.", id), $"{evidence} => {other.Phrase}");
        }
    }

    private static bool Judge(string evidence, string said, string id)
    {
        var target = id == "licensed_under" ? "Linden Community License" : "Obrek Lab";
        var check = new GroundingCheck([new EvidenceLine(Named(evidence, target), [], [])], "tell me more");
        return check.Judge(Named(said, target) + " [1]").Supported;
    }

    private static string Named(string wording, string target) =>
        Regex.Replace(wording, @"\b[SO]\b", match => match.Value == "S" ? "Tarnfield-9B" : target);

    private static string Swapped(string wording) => Regex.Replace(wording, @"\b[SO]\b", match => match.Value == "S" ? "O" : "S");
}
