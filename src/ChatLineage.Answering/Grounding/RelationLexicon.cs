using System.Collections.Frozen;
using System.Collections.Immutable;
using ChatLineage.Knowledge.Claims;

namespace ChatLineage.Answering.Grounding;

/// <summary>How English words the relations: the one place for it. Each entry is data; the readers know no word of a relation.</summary>
internal static class RelationLexicon
{
    /// <summary>Comes from, over any number of steps.</summary>
    public const string Descends = "descends";

    /// <summary>Comes from, as a work or as a derivative.</summary>
    public const string Origin = "origin";

    /// <summary>«by», and what it belongs to is not certain.</summary>
    public const string By = "by";

    private static readonly Predicate[] Bases =
        [Predicates.BuiltOn, Predicates.FineTunedFrom, Predicates.MergedFrom, Predicates.QuantisedFrom, Predicates.AdapterOf];

    /// <summary>The left side was made out of the right one.</summary>
    public static readonly Sense Base = Sense.Of(Bases);
    private static readonly Sense Tune = Sense.Of(Predicates.FineTunedFrom);
    private static readonly Sense Merge = Sense.Of(Predicates.MergedFrom);
    private static readonly Sense Part = Sense.Of(Predicates.Uses, Predicates.MergedFrom, Predicates.BuiltOn);
    private static readonly Sense Teacher = Sense.Of(Predicates.DistilledFrom);
    /// <summary>The left side is the next version of the right one.</summary>
    public static readonly Sense Succession = Sense.Of(Predicates.SuccessorOf);
    private static readonly Sense Data = Sense.Of(Predicates.TrainedOn);
    private static readonly Sense Released = Sense.Of(Predicates.ReleasedBy);
    private static readonly Sense Created = Sense.Of(Predicates.CreatedBy);
    /// <summary>The right side made the left one, as author or as publisher.</summary>
    public static readonly Sense Made = Sense.Of(Predicates.CreatedBy, Predicates.ReleasedBy);
    private static readonly Sense Led = Sense.Of(Predicates.LedBy);
    private static readonly Sense Member = Sense.Of(Predicates.MemberOf);
    /// <summary>The right side is the licence of the left one.</summary>
    public static readonly Sense Licence = Sense.Of(Predicates.LicensedUnder);
    private static readonly Sense MadeFrom = Sense.Of([.. Bases, Predicates.DistilledFrom, Predicates.TrainedOn, Predicates.Uses]);
    private static readonly Sense Used =
        Sense.Of([Predicates.Uses, .. Bases, Predicates.TrainedOn, Predicates.DistilledFrom]);

    private static readonly Sense Lineage = Sense.Named(Descends, [.. Bases, Predicates.DistilledFrom, Predicates.SuccessorOf,
        Predicates.TrainedOn, Predicates.Uses]).Chained();
    private static readonly Sense From =
        Sense.Named(Origin, [.. MadeFromPredicates(), Predicates.ReleasedBy, Predicates.CreatedBy]).With(Descends).Chained();

    /// <summary>A relation between two names that the words leave open: «Meta's LLaMA», «X is Y tuned on …».</summary>
    public static readonly Sense Any = Sense.Named("any", [.. Predicates.All]);

    /// <summary>The left side came out before the right one: worked out from dates.</summary>
    public static readonly Sense Before = Sense.Named("before");

    /// <summary>The left side has more parameters than the right one: worked out from sizes.</summary>
    public static readonly Sense Larger = Sense.Named("larger");

    /// <summary>The left side has what follows: proven by any line that tells it of that name.</summary>
    public static readonly Sense Has = Sense.Named("has");

    /// <summary>The left side comes from one of two names and leads to the other.</summary>
    public static readonly Sense Between = Sense.Named("between");

    /// <summary>The left side is something of the right one, in a word that details of the evidence use.</summary>
    public static readonly Sense Nominal = Sense.Named("nominal");

    /// <summary>What a question by this relation may also mean: «was it trained on GPT-4's outputs» asks for a teacher. Null for nothing
    /// else.</summary>
    public static Sense? Looser(Sense sense) => sense == Data ? Teacher : null;

    /// <summary>Verbs: what the active form says, and what each preposition behind the passive form says.</summary>
    public static readonly ImmutableArray<VerbWording> Verbs =
    [
        new("released published launched issued unveiled introduced releases publishes release publish brought sourced opensourced",
            Released, [("under", Licence), ("from", Released)]),
        new("created founded cofounded wrote written authored creates create", Created, [("from", MadeFrom)]),
        new("made developed built designed produced makes builds develops build", Made,
            [("on", Base), ("upon", Base), ("from", MadeFrom), ("over", Base), ("around", Base), ("with", Used), ("into", Base.Turned()),
                ("out", MadeFrom)]),
        new("based", null, [("on", Base), ("upon", Base)]),
        new("derived adapted continued initialised initialized", null, [("from", Base)]),
        new("tuned finetuned", Made, [("from", Tune), ("into", Tune.Turned()),
            ("on", Sense.Of(Predicates.TrainedOn, Predicates.FineTunedFrom)), ("with", Data)]),
        new("trained pretrained", Made, [("on", Data), ("from", MadeFrom), ("with", Sense.Of(Predicates.TrainedOn, Predicates.Uses))]),
        new("distilled", Made, [("from", Teacher), ("into", Teacher.Turned())]),
        new("merged", Made, [("from", Merge), ("into", Merge.Turned())]),
        new("quantised quantized", Made, [("from", Sense.Of(Predicates.QuantisedFrom)),
            ("into", Sense.Of(Predicates.QuantisedFrom).Turned())]),
        new("generated collected gathered", Sense.Of(Predicates.CreatedBy, Predicates.ReleasedBy, Predicates.DistilledFrom),
            [("with", Teacher), ("from", MadeFrom)]),
        new("licensed available offered distributed shipped", null, [("under", Licence), ("from", Released)]),
        new("covered governed covers governs cover", Licence, []),
        new("applied applies", null, [("to", Licence.Turned())]),
        new("led headed leads heads directs directed lead head", Led, []),
        new("funded backed financed sponsored funds backs finances sponsors fund back finance sponsor", Sense.Of(Predicates.FundedBy), []),
        new("hosted hosts host", Sense.Of(Predicates.HostedBy), [("on", Sense.Of(Predicates.HostedBy))]),
        new("acquired bought acquires owned owns", Member, []),
        new("followed succeeded", Succession.Turned(), []),
        new("powered", Sense.Of(Predicates.Powers).Turned(), [], other: Used),
        new("used", Used.Turned(), [("in", Used.Turned()), ("for", Used.Turned()), ("train", Data.Turned())]),
        new("reimplemented reproduced", Sense.Of(Predicates.Reimplements).Turned(), []),
        new("supplied provided", Teacher, []),
    ];

    /// <summary>Fixed phrases between a subject on their left and an object on their right.</summary>
    public static readonly ImmutableArray<PhraseWording> Phrases =
    [
        .. Words(Base, "starts from", "started from", "start from", "builds on", "build on", "builds upon", "rests on", "derivative of",
            "derivatives of"),
        .. Words(Lineage, "goes back to", "go back to", "went back to", "traces back to", "trace back to", "descends from", "derives from",
            "stems from",
            "descendant of", "descendants of", "ultimately built on", "ultimately based on", "ultimately rests on", "inherits from"),
        .. Words(From, "comes from", "come from", "came from", "is from", "are from", "was from"),
        .. Words(Tune, "tune of", "tunes of", "fine tune of", "fine tunes of", "fine tunes", "finetune of", "finetunes of", "tuning of",
            "fine tuning of", "fine tuned version of", "tuned version of", "instruction tune of"),
        .. Words(Merge, "merge of", "merges", "combines", "frankenmerge of"),
        .. Words(Teacher, "distillation of", "student of", "trained on outputs of", "trained on the outputs of", "trained on output of",
            "on outputs of", "on the outputs of"),
        .. Words(Sense.Of(Predicates.DistilledFrom, Predicates.TrainedOn), "learned from", "learns from", "learnt from"),
        .. Words(Succession, "succeeds", "succeed", "follows", "successor of", "successor to", "next version of"),
        .. Words(Sense.Named("version", Predicates.SuccessorOf), "version of"),
        .. Words(Sense.Of(Predicates.QuantisedFrom), "quantisation of", "quantization of", "quantised version of", "quantized version of",
            "quantised copy of"),
        .. Words(Sense.Of(Predicates.AdapterOf), "adapter for", "adapter of"),
        .. Words(Sense.Of(Predicates.Reimplements), "reimplements", "reimplementation of", "reproduction of", "reproduces",
            "replication of", "replicates"),
        .. Words(Sense.Of(Predicates.AlternativeTo), "alternative to"),
        .. Words(Used, "uses", "use", "runs", "ran", "serves", "served"),
        .. Words(Sense.Of(Predicates.Powers), "powers"),
        .. Words(Sense.Of(Predicates.Powers).Turned(), "runs on"),
        .. Words(Sense.Of(Predicates.About), "is about", "are about", "was about", "concerns"),
        .. Words(Member, "member of", "members of", "belongs to", "belong to", "works at", "works for", "joined"),
        .. Words(Lineage, "downstream of"),
        .. Words(Licence, "under", "carries", "carry"),
        .. Words(Licence.Turned(), "licence of", "license of", "licence for", "license for"),
        .. Words(Sense.Named(By, Predicates.CreatedBy, Predicates.ReleasedBy), "by"),
        .. Words(From, "from"),
        .. Words(Base.Turned(), "base of", "bases of", "basis of", "foundation of", "base for", "basis for", "underlies"),
        .. Words(Lineage.Turned(), "ancestor of", "ancestors of", "root of", "roots of", "parent of"),
        .. Words(Teacher.Turned(), "teacher of", "teachers of", "teaches", "taught"),
        .. Words(Succession.Turned(), "predecessor of", "predecessor to"),
        .. Words(Part.Turned(), "component of", "components of"),
        .. Words(Member, "part of").Select(phrase => phrase with { Other = Part.Turned() }),
        .. Words(Data.Turned(), "part of the training data of", "part of the training data for", "training data of", "training set of",
            "trains",
            "part of its training data", "in its training data", "among its training data"),
        .. Words(Data, "training data includes", "training data include", "training data is", "training data are",
            "training data comprises"),
        .. Words(Created.Turned(), "founder of", "founders of", "cofounder of", "cofounders of", "co founder of", "co founders of",
            "creator of", "creators of", "author of", "authors of"),
        .. Words(Made.Turned(), "behind", "maker of", "makers of", "developer of", "developers of"),
        .. Words(Released.Turned(), "publisher of"),
        .. Words(Led.Turned(), "leader of", "leaders of", "lead of", "head of", "director of"),
        .. Words(Sense.Of(Predicates.FundedBy).Turned(), "funder of", "sponsor of", "backer of"),
        .. Words(Member.Turned(), "includes", "contains", "comprises"),
        .. Words(Has, "has", "have", "had", "holds", "hold", "saw", "measures", "counts", "spans")
            .Select(phrase => phrase with { StandsAlone = true }),
        .. Words(Sense.Of(Predicates.AdapterOf).Turned(), "has the adapter"),
        .. Words(Sense.Of(Predicates.AlternativeTo).Turned(), "has the alternative"),
        .. Words(Sense.Of(Predicates.About).Turned(), "subject of"),
        .. Words(Before, "older than", "earlier than", "came before", "came out before", "released before", "precedes", "preceded",
            "before"),
        .. Words(Before.Turned(), "newer than", "younger than", "later than", "came after", "came out after", "released after",
            "more recent than", "after"),
        .. Words(Between, "sits between", "lies between", "stands between", "is between"),
        .. Words(Larger, "larger than", "bigger than"),
        .. Words(Larger.Turned(), "smaller than"),
    ];

    /// <summary>Phrases that say of their subject that it came out, with the date behind them.</summary>
    public static readonly ImmutableArray<PhraseWording> Appearances =
        [.. Words(Released, "came out", "come out", "comes out", "appeared", "debuted", "went public")
            .Select(phrase => phrase with { StandsAlone = true })];

    /// <summary>Words that relate what is spoken of to the name right before them: «a LLaMA tune».</summary>
    public static readonly FrozenDictionary<string, Sense> Compounds = new Dictionary<string, Sense>(StringComparer.Ordinal)
    {
        ["tune"] = Tune,
        ["finetune"] = Tune,
        ["based"] = Base,
        ["derivative"] = Base,
        ["fork"] = Base,
        ["merge"] = Merge,
        ["distillation"] = Teacher,
        ["successor"] = Succession,
        ["reimplementation"] = Sense.Of(Predicates.Reimplements),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Nouns that name one party by the other: «its base», «the licence of X», «X's successor».</summary>
    public static readonly FrozenDictionary<string, Sense> Roles = new Dictionary<string, Sense>(StringComparer.Ordinal)
    {
        ["base"] = Base,
        ["basis"] = Base,
        ["foundation"] = Base,
        ["licence"] = Licence,
        ["license"] = Licence,
        ["teacher"] = Teacher,
        ["predecessor"] = Succession,
        ["successor"] = Succession.Turned(),
        ["bases"] = Base,
        ["licences"] = Licence,
        ["licenses"] = Licence,
        ["teachers"] = Teacher,
        ["predecessors"] = Succession,
        ["successors"] = Succession.Turned(),
        ["makers"] = Made,
        ["founders"] = Created,
        ["maker"] = Made,
        ["creator"] = Created,
        ["founder"] = Created,
        ["author"] = Created,
        ["publisher"] = Released,
        ["developer"] = Made,
        ["leader"] = Led,
        ["root"] = Lineage,
        ["ancestor"] = Lineage,
        ["ancestors"] = Lineage,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The relations whose details describe their object: in «uses X (audio encoder)» X is the encoder.</summary>
    public static readonly FrozenSet<string> DetailsOfObject = new[]
    {
        Predicates.Uses, Predicates.BuiltOn, Predicates.TrainedOn, Predicates.DistilledFrom, Predicates.FundedBy, Predicates.LedBy,
            Predicates.MergedFrom, Predicates.CreatedBy,
    }.Select(predicate => predicate.Id).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The relations of which a thing commonly has one: stating it says that another is not so.</summary>
    public static readonly FrozenSet<string> Single = new[]
    {
        Predicates.FineTunedFrom, Predicates.BuiltOn, Predicates.DistilledFrom, Predicates.SuccessorOf, Predicates.ReleasedBy,
            Predicates.CreatedBy,
        Predicates.LicensedUnder, Predicates.Reimplements, Predicates.QuantisedFrom, Predicates.LedBy, Predicates.MemberOf,
    }.Select(predicate => predicate.Id).Append(By).Append(Origin).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The relations of which a chain of lineage can consist.</summary>
    public static readonly FrozenSet<string> Steps = Lineage.Provers;

    /// <summary>The relations whose date is when their subject came out.</summary>
    public static readonly FrozenSet<string> Appearing =
        new[] { Predicates.ReleasedBy.Id, Predicates.CreatedBy.Id }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, VerbWording> VerbsByForm =
        Verbs.SelectMany(verb => verb.Forms, (verb, form) => (verb, form))
            .ToFrozenDictionary(pair => pair.form, pair => pair.verb, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ImmutableArray<PhraseWording>> PhrasesByStart =
        Phrases.Concat(Appearances).GroupBy(phrase => phrase.Words[0]).ToFrozenDictionary(
            group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The verb that a word is a form of; null when it is none of a relation.</summary>
    public static VerbWording? Verb(string word) => VerbsByForm.GetValueOrDefault(word);

    /// <summary>The phrases that begin with a word, the longest first.</summary>
    public static ImmutableArray<PhraseWording> PhrasesFrom(string word) => PhrasesByStart.GetValueOrDefault(word, []);

    private static Predicate[] MadeFromPredicates() => [.. Bases, Predicates.DistilledFrom, Predicates.TrainedOn, Predicates.Uses];

    private static IEnumerable<PhraseWording> Words(Sense sense, params string[] phrases) =>
        phrases.Select(phrase => new PhraseWording([.. phrase.Split(' ')], sense));
}
