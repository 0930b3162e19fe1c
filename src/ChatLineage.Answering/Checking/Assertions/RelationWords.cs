using System.Collections.Immutable;
using ChatLineage.Answering.Checking.Sentences;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Assertions;

/// <summary>What the words of a cue mean between two things of certain kinds.</summary>
internal static class RelationWords
{
    private static readonly ImmutableArray<Predicate> Derivations = [.. Predicates.All.Where(predicate =>
        predicate.Role == LineageRole.Derivation)];

    /// <summary>The kinds of subject that the words take.</summary>
    public static bool FitsSubject(CueClass kind, Entity entity) => kind switch
    {
        CueClass.Post => entity.Kind == EntityKind.Person,
        CueClass.Lead => entity.Kind is EntityKind.Organisation or EntityKind.Model or EntityKind.Tool,
        CueClass.Appear => entity.Kind is not EntityKind.Person and not EntityKind.Licence and not EntityKind.Organisation,
        CueClass.Make => entity.Kind is not EntityKind.Person and not EntityKind.Licence,
        CueClass.Belong or CueClass.Fund or CueClass.Happen => entity.Kind is not EntityKind.Licence,
        _ => Grammar.IsThing(entity),
    };

    /// <summary>The kinds of object that the words take.</summary>
    public static bool FitsObject(CueClass kind, Entity entity) => kind switch
    {
        CueClass.Make or CueClass.Lead or CueClass.Fund => Grammar.IsAgent(entity) || (kind == CueClass.Make && Grammar.IsThing(entity)),
        CueClass.Post or CueClass.Host => entity.Kind == EntityKind.Organisation,
        CueClass.Licence => entity.Kind == EntityKind.Licence,
        CueClass.Belong => entity.Kind is not EntityKind.Licence and not EntityKind.Person,
        CueClass.Use => Grammar.IsThing(entity) || entity.Kind == EntityKind.Licence,
        CueClass.Derive => Grammar.IsThing(entity) || Grammar.IsAgent(entity),
        _ => Grammar.IsThing(entity),
    };

    /// <summary>The relations meant, the one that the words name first; empty where the words say nothing about such a pair.</summary>
    public static ImmutableArray<Predicate> Meant(CueClass kind, Entity subject, Entity target) =>
        [.. Worded(kind, subject, target).Distinct()];

    private static ImmutableArray<Predicate> Worded(CueClass kind, Entity subject, Entity target)
    {
        if (target.Kind == EntityKind.Licence)
            return Grammar.IsThing(subject) && kind is CueClass.Licence or CueClass.Use ? [Predicates.LicensedUnder] : [];
        if (Grammar.IsAgent(target) && kind is CueClass.Make or CueClass.Derive)
            return subject.Kind == EntityKind.Organisation ? [Predicates.CreatedBy, Predicates.ReleasedBy]
                : [Predicates.ReleasedBy, Predicates.CreatedBy];
        if (Grammar.IsThing(target) && kind is CueClass.Make)
            return target.Kind == EntityKind.Model ? [Predicates.DistilledFrom, Predicates.TrainedOn, .. Derivations]
                : [Predicates.BuiltOn, .. Derivations];
        return kind switch
        {
            CueClass.Derive => target.Kind == EntityKind.Dataset && subject.Kind != EntityKind.Dataset
                ? [Predicates.TrainedOn, .. Derivations] : [Predicates.BuiltOn, .. Derivations],
            CueClass.Merge => [Predicates.MergedFrom, .. Derivations],
            CueClass.Distil => [Predicates.DistilledFrom, Predicates.TrainedOn, .. Derivations],
            CueClass.Train => [Predicates.TrainedOn, Predicates.DistilledFrom],
            CueClass.Use => [Predicates.Uses],
            CueClass.Lead => [Predicates.LedBy],
            CueClass.Post => [Predicates.MemberOf],
            CueClass.Belong => [Predicates.MemberOf],
            CueClass.Fund => [Predicates.FundedBy],
            CueClass.Host => [Predicates.HostedBy],
            CueClass.Succeed => [Predicates.SuccessorOf],
            CueClass.Rival => [Predicates.AlternativeTo],
            CueClass.Rebuild => [Predicates.Reimplements],
            _ => [],
        };
    }
}
