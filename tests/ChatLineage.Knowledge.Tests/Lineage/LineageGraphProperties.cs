using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lineage;
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
        ["built_on", "built_on", "fine_tuned_from", "merged_from", "quantised_from", "adapter_of", "successor_of", "distilled_from",
            "member_of", "uses", "powers"];

    private static readonly string[] LicenceTerms = ["commercial: yes", "commercial: no", "commercial: conditions",
        "commercial: yes\n  share_alike: yes"];

    /// <summary>
    /// Random claims among seven models, with two datasets, an organisation and four licences beside them; one claim in eight is disputed,
    /// one in four dated.
    /// </summary>
    public static Arbitrary<KnowledgeBase> Graphs()
    {
        var lineage = from subject in Gen.Choose(0, Entities - 1)
                      from target in Gen.Choose(0, Entities - 1)
                      from predicate in Gen.Elements(PredicateIds)
                      select $"m{subject} {predicate} m{target}";
        var beside = from subject in Gen.Elements("m0", "m1", "m2", "m3", "m4", "m5", "m6", "d0", "d1", "tool")
                     from claim in Gen.Elements("trained_on d0", "trained_on d1", "built_on d0", "uses tool", "released_by org",
                         "licensed_under l0", "licensed_under l1", "licensed_under l2", "licensed_under l3")
                     select $"{subject} {claim}";
        var told = from claim in Gen.Frequency((3, lineage), (1, beside))
                   from disputed in Gen.Choose(0, 7)
                   from month in Gen.Choose(1, 48)
                   select claim + (disputed == 0 ? "; disputed: no" : "") + (month <= 12 ? $"; on: 2023-{month:D2}" : "");
        return (from claims in Gen.ListOf(told)
                select With(
                    NotesBuilder.Of([.. Enumerable.Range(0, Entities).Select(number => $"m{number} is model"), "d0 is dataset",
                        "d1 is dataset", "tool is tool", "org is organisation", .. claims.Take(28)])).Link())
            .ToArbitrary();
    }

    [Property]
    public void Ancestors_are_all_reachable_at_their_shortest_distance(KnowledgeBase knowledge) =>
        ForEach(knowledge, (naive, entity) => Assert.Equal(
            knowledge.Entities.Where(other => naive.Distance(entity, other) is not null)
                .Select(other => (other.Id, naive.Distance(entity, other)!.Value)),
            knowledge.Graph.Ancestors(entity).Select(step => (step.Entity.Id, step.Depth)).Order()));

    [Property]
    public void Steps_are_proven_by_their_claims(KnowledgeBase knowledge) =>
        ForEach(knowledge, (_, entity) =>
        {
            foreach (var step in knowledge.Graph.Ancestors(entity))
                Assert.All(step.Claims,
                    claim =>
                    Assert.True(claim.Stands && claim.Subject == step.Via && claim.Object == step.Entity
                        && claim.Predicate.Role == LineageRole.Derivation));
            foreach (var step in knowledge.Graph.Descendants(entity))
                Assert.All(step.Claims, claim => Assert.True(claim.Stands && claim.Object == step.Via && claim.Subject == step.Entity));
        });

    [Property]
    public void Descendants_are_what_derives_over_any_claim(KnowledgeBase knowledge) =>
        ForEach(knowledge, (naive, entity) =>
        {
            var expected = new HashSet<Entity>();
            for (var level = new List<Entity> { entity }; level.Count > 0;)
                level = [.. knowledge.Entities.Where(
                    other => other != entity && level.Any(basis => other != basis && naive.Derives(other, basis)) && expected.Add(other))];
            Assert.Equal(expected.Select(each => each.Id).Order(),
                knowledge.Graph.Descendants(entity).Select(step => step.Entity.Id).Order());
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

            Assert.Equal(expected,
                knowledge.Graph.Descendants(entity).Select(step => Told(step.Entity, step.Depth, step.Via, step.Claims)));
        });

    [Property]
    public void Roots_are_ancestors_without_a_base(KnowledgeBase knowledge) =>
        ForEach(knowledge, (naive, entity) => Assert.Equal(
            knowledge.Entities
                .Where(other => naive.Distance(entity, other) is not null
                    && !knowledge.Entities.Any(basis => basis != other && naive.IsBase(other, basis))).Select(other => other.Id),
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
                knowledge.Entities.Where(other => naive.Distance(left, other) is not null && naive.Distance(right, other) is not null)
                    .Select(other => other.Id),
                common.Select(pair => pair.Left.Entity.Id).Order());
            Assert.Equal(common.Select(pair => pair.Left.Depth + pair.Right.Depth).Order(),
                common.Select(pair => pair.Left.Depth + pair.Right.Depth));
        });

    [Property]
    public void Impact_is_what_feels_it_at_its_shortest_distance(KnowledgeBase knowledge) =>
        ForEach(knowledge, (naive, entity) =>
        {
            var impact = knowledge.Graph.Impact(entity);
            Assert.Equal(naive.Impact(entity), impact.Select(step => (step.Entity.Id, step.Depth)).Order());
            Assert.All(impact, step =>
                Assert.All(step.Claims, claim => Assert.True(claim.Stands && claim.Object == step.Via && claim.Subject == step.Entity)));
        });

    [Property]
    public void Siblings_share_a_base(KnowledgeBase knowledge) =>
        ForEach(knowledge, (naive, entity) => Assert.Equal(
            knowledge.Entities
                .Where(other =>
                    other != entity && knowledge.Entities
                        .Any(basis => basis != other && basis != entity && naive.IsBase(entity, basis) && naive.Derives(other, basis)))
                        .Select(other => other.Id),
            knowledge.Graph.Siblings(entity).Select(step => step.Entity.Id).Order()));

    [Property]
    public void Inherited_terms_are_those_of_every_ancestor_and_of_the_training_data(KnowledgeBase knowledge) =>
        ForEach(knowledge, (naive, entity) =>
        {
            var inherited = LicenceInheritance.Inherited(knowledge, entity);
            Assert.Equal(naive.InheritedLicences(entity), inherited.Select(terms => terms.Licence.Object.Id).Order());
            foreach (var terms in inherited)
            {
                Assert.Equal(entity, terms.Way[0].Via);
                Assert.Equal(terms.Holder, terms.Way[^1].Entity);
                Assert.Equal(terms.Way.Skip(1).Select(step => step.Via), terms.Way.SkipLast(1).Select(step => step.Entity));
            }
        });

    [Property]
    public void Comparison_parts_the_claims_of_both(KnowledgeBase knowledge) =>
        ForEachPair(knowledge, (_, left, right) =>
        {
            var compared = ChatLineage.Knowledge.Lineage.Comparison.Of(knowledge, left, right);
            Assert.Equal(NaiveLineage.Told(knowledge, left), NaiveLineage.Told(compared.OnlyLeft.Concat(compared.Both)));
            Assert.Equal(NaiveLineage.Told(knowledge, left).Intersect(NaiveLineage.Told(knowledge, right)),
                NaiveLineage.Told(compared.Both));
            Assert.Equal(NaiveLineage.Told(knowledge, right).Except(NaiveLineage.Told(knowledge, left)),
                NaiveLineage.Told(compared.OnlyRight));
        });

    [Property]
    public void Timeline_tells_every_dated_claim_in_order(KnowledgeBase knowledge)
    {
        var timeline = Timeline.Of(knowledge, knowledge.Entities);
        Assert.Equal(timeline.Select(entry => entry.Date).Order(), timeline.Select(entry => entry.Date));
        Assert.Equal(
            knowledge.Claims.Where(claim => claim.Stands && claim.On is not null).Select(claim => $"{claim} {claim.On}")
                .Order(StringComparer.Ordinal),
            timeline.SelectMany(entry => entry.Claims).Select(claim => $"{claim} {claim.On}").Order(StringComparer.Ordinal));
        Assert.All(timeline,
            entry => Assert.All(entry.Claims, claim => Assert.True(claim.Subject == entry.Entity && claim.On == entry.Date)));
    }

    [Property]
    public void Lint_reports_a_cycle_exactly_where_there_is_one(KnowledgeBase knowledge)
    {
        var files = KnowledgeFiles.Of("knowledge", []) with
        {
            Notes = [.. knowledge.Entities.Select(knowledge.NoteOf)],
            Sources = NotesBuilder.Of().Read().Sources,
        };
        Assert.Equal(new NaiveLineage(knowledge).HasCycle(),
            KnowledgeLint.Check(files).Findings.Any(finding => finding.Rule == Rules.Cycle));
    }

    private static NotesBuilder With(NotesBuilder notes)
    {
        for (var i = 0; i < LicenceTerms.Length; i++)
            notes.Say($"l{i} is licence").Fields($"l{i}", $"terms:\n  {LicenceTerms[i]}\n  sources: [s]");
        return notes;
    }

    private static string Told(Entity entity, int depth, Entity via, IEnumerable<Claim> claims) =>
        $"{entity}:{depth} via {via} by {string.Join(", ", claims)}";

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
