using System.Collections.Frozen;
using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Claims;

/// <summary>The closed set of predicates. A new one is added here, in <c>knowledge/README.md</c> and nowhere else.</summary>
public static class Predicates
{
    private static readonly ImmutableArray<EntityKind> Makers = [EntityKind.Organisation, EntityKind.Person];

    /// <summary>The subject continues from the object's weights, rows or code.</summary>
    public static readonly Predicate BuiltOn = Derivation("built_on", "is built on", "is the base of", "is not built on", "derivatives");

    /// <summary>The subject is a fine-tune of the object.</summary>
    public static readonly Predicate FineTunedFrom =
        Derivation("fine_tuned_from", "is fine-tuned from", "was fine-tuned into", "is not fine-tuned from", "fine-tunes");

    /// <summary>The subject merges the weights of the object with those of others.</summary>
    public static readonly Predicate MergedFrom =
        Derivation("merged_from", "is merged from", "was merged into", "is not merged from", "merges");

    /// <summary>The subject is a quantised copy of the object.</summary>
    public static readonly Predicate QuantisedFrom =
        Derivation("quantised_from", "is quantised from", "was quantised into", "is not quantised from", "quantisations");

    /// <summary>The subject is an adapter that only works on top of the object.</summary>
    public static readonly Predicate AdapterOf =
        Derivation("adapter_of", "is an adapter for", "has the adapter", "is not an adapter for", "adapters");

    /// <summary>The subject was trained on outputs of the object.</summary>
    public static readonly Predicate DistilledFrom = new()
    {
        Id = "distilled_from",
        Role = LineageRole.Ingredient,
        Phrase = "is distilled from",
        Inverse = "is the teacher of",
        Denial = "is not distilled from",
        SubjectsNoun = "distillations",
    };

    /// <summary>The subject is the next version of the object.</summary>
    public static readonly Predicate SuccessorOf = new()
    {
        Id = "successor_of",
        Role = LineageRole.Succession,
        Phrase = "is the successor of",
        Inverse = "was followed by",
        Denial = "is not the successor of",
        SubjectsNoun = "successors",
    };

    /// <summary>The subject was trained on the object, a dataset.</summary>
    public static readonly Predicate TrainedOn = new()
    {
        Id = "trained_on",
        Role = LineageRole.Ingredient,
        Phrase = "was trained on",
        Inverse = "is part of the training data of",
        Denial = "was not trained on",
        SubjectsNoun = "models trained on it",
        ObjectKinds = [EntityKind.Dataset],
    };

    /// <summary>The subject uses the object as a component, a method or a helper.</summary>
    public static readonly Predicate Uses = Context("uses", "uses", "is used by", "does not use", "users", LineageRole.Ingredient);

    /// <summary>The object published the subject.</summary>
    public static readonly Predicate ReleasedBy =
        Provenance("released_by", "was released by", "released", "was not released by", "releases", Makers, dated: true);

    /// <summary>The object made the subject.</summary>
    public static readonly Predicate CreatedBy =
        Provenance("created_by", "was created by", "created", "was not created by", "works", Makers, dated: true);

    /// <summary>The object leads the subject.</summary>
    public static readonly Predicate LedBy = Provenance("led_by", "is led by", "leads", "is not led by", "teams", Makers);

    /// <summary>The subject belongs to the object: a person to an organisation, a model to a family.</summary>
    public static readonly Predicate MemberOf = Provenance("member_of", "belongs to", "includes", "does not belong to", "members", []);

    /// <summary>The object pays for the subject.</summary>
    public static readonly Predicate FundedBy =
        Provenance("funded_by", "is funded by", "funds", "is not funded by", "projects it funds", Makers);

    /// <summary>The object hosts the subject.</summary>
    public static readonly Predicate HostedBy =
        Provenance("hosted_by", "is hosted by", "hosts", "is not hosted by", "projects it hosts", Makers);

    /// <summary>The object is the subject's licence.</summary>
    public static readonly Predicate LicensedUnder =
        Context("licensed_under", "is licensed under", "covers", "is not licensed under", "works under it", LineageRole.Terms,
            [EntityKind.Licence]);

    /// <summary>The subject is about the object.</summary>
    public static readonly Predicate About = Context("about", "is about", "is the subject of", "is not about", "events about it");

    /// <summary>The subject runs or carries the object.</summary>
    public static readonly Predicate Powers = Context("powers", "powers", "is powered by", "does not power", "engines");

    /// <summary>The subject is an alternative to the object.</summary>
    public static readonly Predicate AlternativeTo =
        Context("alternative_to", "is an alternative to", "has the alternative", "is not an alternative to", "alternatives");

    /// <summary>The subject was written anew after the object's design.</summary>
    public static readonly Predicate Reimplements =
        Context("reimplements", "reimplements", "was reimplemented by", "does not reimplement", "reimplementations");

    /// <summary>All predicates, in the order in which notes list claims.</summary>
    public static ImmutableArray<Predicate> All { get; } =
    [
        BuiltOn, FineTunedFrom, MergedFrom, QuantisedFrom, AdapterOf, DistilledFrom, SuccessorOf, TrainedOn, Uses, ReleasedBy,
        CreatedBy, LedBy, MemberOf, FundedBy, HostedBy, LicensedUnder, About, Powers, AlternativeTo, Reimplements,
    ];

    private static readonly FrozenDictionary<string, Predicate> ById =
        All.ToFrozenDictionary(predicate => predicate.Id, StringComparer.Ordinal);

    /// <summary>Finds a predicate by the word that notes use.</summary>
    /// <returns>Null when the set has no such predicate.</returns>
    public static Predicate? Find(string id) => ById.GetValueOrDefault(id);

    private static Predicate Derivation(string id, string phrase, string inverse, string denial, string subjects) => new()
    {
        Id = id,
        Role = LineageRole.Derivation,
        Phrase = phrase,
        Inverse = inverse,
        Denial = denial,
        SubjectsNoun = subjects,
        PassesTerms = true,
    };

    private static Predicate Provenance(string id, string phrase, string inverse, string denial, string subjects,
        ImmutableArray<EntityKind> kinds, bool dated = false) => new()
        {
            Id = id,
            Role = LineageRole.Provenance,
            Phrase = phrase,
            Inverse = inverse,
            Denial = denial,
            SubjectsNoun = subjects,
            Dated = dated,
            ObjectKinds = kinds,
        };

    private static Predicate Context(
        string id, string phrase, string inverse, string denial, string subjects, LineageRole role = LineageRole.Context,
        EntityKind[]? kinds = null) => new()
        {
            Id = id,
            Role = role,
            Phrase = phrase,
            Inverse = inverse,
            Denial = denial,
            SubjectsNoun = subjects,
            ObjectKinds = [.. kinds ?? []],
        };
}
