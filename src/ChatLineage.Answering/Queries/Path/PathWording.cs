using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lineage;

namespace ChatLineage.Answering.Queries;

/// <summary>Tells a way through the lineage from the thing asked about to its end, one step a clause.</summary>
internal static class PathWording
{
    private const int MaxSteps = 4;
    private const int MaxDistance = 4;
    private const int MaxFanOut = 60;

    /// <summary>The fullest way from an entity up to an ancestor: «built on LLaMA» is «tuned from Vicuna, which is tuned from LLaMA» told
    /// less exactly.</summary>
    public static LineagePath? Fullest(Entity from, Entity to, EvaluationContext context) =>
        context.Knowledge.Graph.Paths(from, to).Where(path => path.Steps.Length <= MaxSteps).MaxBy(path => path.Steps.Length)
        ?? context.Knowledge.Graph.ShortestPath(from, to);

    /// <summary>«HuggingChat is built on X, which is fine-tuned from LLaMA.»</summary>
    public static Statement Chain(LineagePath path) => Chain(path.Steps);

    /// <summary>A chain out of steps that each start where the one before ended.</summary>
    public static Statement Chain(ImmutableArray<LineageStep> steps)
    {
        var clauses = new List<string>();
        var lines = ImmutableArray.CreateBuilder<EvidenceLine>();
        for (var i = 0; i < steps.Length; i++)
        {
            var claim = Specific(steps[i].Claims);
            var forward = claim.Subject == steps[i].Via;
            var verb = forward ? claim.Predicate.Phrase : claim.Predicate.Inverse;
            clauses.Add(i == 0 ? $"{steps[i].Via.Name} {verb} {steps[i].Entity.Name}" : $"which {verb} {steps[i].Entity.Name}");
            lines.Add(ClaimWording.Line([.. steps[i].Claims.Where(each => each.Predicate == claim.Predicate)]));
        }

        return new Statement(string.Join(", ", clauses) + ".", lines.DrainToImmutable());
    }

    /// <summary>The shortest link between two entities over any relation that stands; null when none is near.</summary>
    /// <remarks>Entities that everything is linked with (a licence, a great company) are no link.</remarks>
    public static Statement? Link(Entity from, Entity to, EvaluationContext context) =>
        Steps(from, to, context) is { IsEmpty: false } steps ? Chain(steps) : null;

    private static ImmutableArray<LineageStep> Steps(Entity from, Entity to, EvaluationContext context)
    {
        var reached = new Dictionary<Entity, LineageStep?> { [from] = null };
        var level = new List<Entity> { from };
        for (var depth = 1; depth <= MaxDistance && level.Count > 0; depth++)
        {
            var following = new List<Entity>();
            var last = new List<LineageStep>();
            foreach (var entity in level.Where(each => each == from || each == to || Degree(each, context) <= MaxFanOut))
            {
                foreach (var (other, claim) in Neighbours(entity, context))
                {
                    if (other == to && (depth < 3 || !Turns(reached, entity, claim)))
                        last.Add(new LineageStep(to, depth, entity, [claim]));
                    else if (!Turns(reached, entity, claim) && reached.TryAdd(other, new LineageStep(other, depth, entity, [claim])))
                        following.Add(other);
                }
            }

            // Of ways of one length, the one that ends in a derivation says most.
            if (last.Count > 0)
            {
                reached[to] = last.MinBy(step => step.Claims[0].Predicate.Role);
                return Unwind(reached, to);
            }

            level = following;
        }

        return [];
    }

    // «X uses A, which is a base of Z, which is built on B»: that a third thing took from both says nothing of how they are related.
    private static bool Turns(Dictionary<Entity, LineageStep?> reached, Entity at, Claim next)
    {
        if (next.Subject != at || !IsSubstance(next))
            return false;
        var end = at;
        for (var step = reached[at]; step is not null; end = step.Via, step = reached[step.Via])
        {
            if (step.Claims[0].Subject == end && IsSubstance(step.Claims[0]))
                return true;
        }

        return false;
    }

    private static bool IsSubstance(Claim claim) =>
        claim.Predicate.Role is LineageRole.Derivation or LineageRole.Ingredient || claim.Predicate == Predicates.Reimplements;

    private static ImmutableArray<LineageStep> Unwind(Dictionary<Entity, LineageStep?> reached, Entity end)
    {
        var steps = new List<LineageStep>();
        for (var step = reached[end]; step is not null; step = reached[step.Via])
            steps.Add(step);
        steps.Reverse();
        return [.. steps];
    }

    private static int Degree(Entity entity, EvaluationContext context) => context.Facts.Weight(entity);

    private static IEnumerable<(Entity Other, Claim Claim)> Neighbours(Entity entity, EvaluationContext context) =>
        context.Knowledge.ClaimsFrom(entity).Where(Links).Select(claim => (claim.Object, claim))
            .Concat(context.Knowledge.ClaimsTo(entity).Where(Links).Select(claim => (claim.Subject, claim)))
            .OrderBy(pair => pair.Item2.Predicate.Role);

    private static bool Links(Claim claim) => claim.Stands && claim.Predicate != Predicates.LicensedUnder
        && claim.Predicate != Predicates.HostedBy;

    private static Claim Specific(ImmutableArray<Claim> claims) =>
        claims.FirstOrDefault(claim => claim.Predicate != Predicates.BuiltOn) ?? claims[0];
}
