using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lint;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ChatLineage.Knowledge.Tests.Lineage;

/// <summary>The graph functions against <see cref="NaiveLineage"/>, over random small graphs with cycles, disputes and families.</summary>
[Properties(MaxTest = 80, Arbitrary = [typeof(LineageGraphProperties)])]
public sealed class LineageGraphProperties
{
    private const int Entities = 7;
    private const int MostPaths = 32;

    private static readonly string[] PredicateIds =
        ["built_on", "built_on", "fine_tuned_from", "merged_from", "quantised_from", "adapter_of", "successor_of", "distilled_from", "member_of", "uses"];

    /// <summary>Random claims among seven models; one in eight is disputed.</summary>
    public static Arbitrary<KnowledgeBase> Graphs()
    {
        var claim = from subject in Gen.Choose(0, Entities - 1)
                    from target in Gen.Choose(0, Entities - 1)
                    from predicate in Gen.Elements(PredicateIds)
                    from disputed in Gen.Choose(0, 7)
                    select $"m{subject} {predicate} m{target}" + (disputed == 0 ? "; disputed: no" : "");
        return (from claims in Gen.ListOf(claim)
                select NotesBuilder.Of([.. Enumerable.Range(0, Entities).Select(number => $"m{number} is model"), .. claims.Take(24)]).Link())
            .ToArbitrary();
    }

    [Property]
    public void Ancestors_are_all_reachable_at_their_shortest_distance(KnowledgeBase knowledge) =>
        ForEach(knowledge, (naive, entity) => Assert.Equal(
            knowledge.Entities.Where(other => naive.Distance(entity, other) is not null).Select(other => (other.Id, naive.Distance(entity, other)!.Value)),
            knowledge.Graph.Ancestors(entity).Select(step => (step.Entity.Id, step.Depth)).Order()));

    [Property]
    public void Steps_are_proven_by_their_claims(KnowledgeBase knowledge) =>
        ForEach(knowledge, (_, entity) =>
        {
            foreach (var step in knowledge.Graph.Ancestors(entity))
                Assert.All(step.Claims, claim => Assert.True(claim.Stands && claim.Subject == step.Via && claim.Object == step.Entity && claim.Predicate.Role == LineageRole.Derivation));
            foreach (var step in knowledge.Graph.Descendants(entity))
                Assert.All(step.Claims, claim => Assert.True(claim.Stands && claim.Object == step.Via && claim.Subject == step.Entity));
        });

    [Property]
    public void Descendants_are_what_derives_over_any_claim(KnowledgeBase knowledge) =>
        ForEach(knowledge, (naive, entity) =>
        {
            var expected = new HashSet<Entity>();
            for (var level = new List<Entity> { entity }; level.Count > 0;)
                level = [.. knowledge.Entities.Where(other => other != entity && level.Any(basis => other != basis && naive.Derives(other, basis)) && expected.Add(other))];
            Assert.Equal(expected.Select(each => each.Id).Order(), knowledge.Graph.Descendants(entity).Select(step => step.Entity.Id).Order());
        });

    /// <summary>The walk over rows of numbers must give what the plain steps give: the same order, distances, ways and claims.</summary>
    [Property]
    public void Descendants_are_the_derivatives_step_by_step(KnowledgeBase knowledge) =>
        ForEach(knowledge, (_, entity) =>
        {
            var expected = new List<string>();
            var seen = new HashSet<Entity> { entity };
            var level = new List<Entity> { entity };
            for (var depth = 1; level.Count > 0; depth++)
            {
                var steps = level.SelectMany(each => knowledge.Graph.Derivatives(each)).Where(step => seen.Add(step.Entity)).ToList();
                expected.AddRange(steps.Select(step => Told(step.Entity, depth, step.Via, step.Claims)));
                level = [.. steps.Select(step => step.Entity)];
            }

            Assert.Equal(expected, knowledge.Graph.Descendants(entity).Select(step => Told(step.Entity, step.Depth, step.Via, step.Claims)));
        });

    [Property]
    public void Roots_are_ancestors_without_a_base(KnowledgeBase knowledge) =>
        ForEach(knowledge, (naive, entity) => Assert.Equal(
            knowledge.Entities.Where(other => naive.Distance(entity, other) is not null && !knowledge.Entities.Any(basis => naive.IsBase(other, basis))).Select(other => other.Id),
            knowledge.Graph.Roots(entity).Select(step => step.Entity.Id).Order()));

    [Property]
    public void Paths_are_all_simple_ways_shortest_first(KnowledgeBase knowledge) =>
        ForEachPair(knowledge, (naive, from, to) =>
        {
            var expected = naive.Paths(from, to).Select(path => path.Trim()).ToHashSet();
            var actual = knowledge.Graph.Paths(from, to).Select(path => string.Join(' ', path.Entities)).ToList();
            Assert.Equal(Math.Min(expected.Count, MostPaths), actual.Count);
            Assert.Equal(actual.Count, actual.Distinct().Count());
            Assert.All(actual, path => Assert.Contains(path, expected));
            Assert.Equal(actual.Select(path => path.Length).Order(), actual.Select(path => path.Length));
        });

    [Property]
    public void ShortestPath_has_the_distance(KnowledgeBase knowledge) =>
        ForEachPair(knowledge, (naive, from, to) =>
        {
            var path = knowledge.Graph.ShortestPath(from, to);
            Assert.Equal(naive.Distance(from, to), path?.Steps.Length);
            Assert.True(path is null || (path.Start == from && path.End == to));
        });

    [Property]
    public void CommonAncestors_are_the_intersection(KnowledgeBase knowledge) =>
        ForEachPair(knowledge, (naive, left, right) =>
        {
            var common = knowledge.Graph.CommonAncestors(left, right);
            Assert.Equal(
                knowledge.Entities.Where(other => naive.Distance(left, other) is not null && naive.Distance(right, other) is not null).Select(other => other.Id),
                common.Select(pair => pair.Left.Entity.Id).Order());
            Assert.Equal(common.Select(pair => pair.Left.Depth + pair.Right.Depth).Order(), common.Select(pair => pair.Left.Depth + pair.Right.Depth));
        });

    [Property]
    public void Impact_without_families_holds_all_descendants(KnowledgeBase knowledge) =>
        ForEach(knowledge, (_, entity) => Assert.Superset(
            knowledge.Graph.Descendants(entity).Select(step => step.Entity.Id).ToHashSet(),
            knowledge.Graph.Impact(entity).Select(step => step.Entity.Id).ToHashSet()));

    [Property]
    public void Lint_reports_a_cycle_exactly_where_there_is_one(KnowledgeBase knowledge)
    {
        var files = KnowledgeFiles.Of("knowledge", []) with
        {
            Notes = [.. knowledge.Entities.Select(knowledge.NoteOf)],
            Sources = NotesBuilder.Of().Read().Sources,
        };
        Assert.Equal(new NaiveLineage(knowledge).HasCycle(), KnowledgeLint.Check(files).Findings.Any(finding => finding.Rule == Rules.Cycle));
    }

    private static string Told(Entity entity, int depth, Entity via, IEnumerable<Claim> claims) => $"{entity}:{depth} via {via} by {string.Join(", ", claims)}";

    private static void ForEach(KnowledgeBase knowledge, Action<NaiveLineage, Entity> check)
    {
        var naive = new NaiveLineage(knowledge);
        foreach (var entity in knowledge.Entities)
            check(naive, entity);
    }

    private static void ForEachPair(KnowledgeBase knowledge, Action<NaiveLineage, Entity, Entity> check) =>
        ForEach(knowledge, (naive, from) =>
        {
            foreach (var to in knowledge.Entities.Where(to => to != from))
                check(naive, from, to);
        });
}
