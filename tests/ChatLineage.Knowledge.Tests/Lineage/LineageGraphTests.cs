using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lineage;

namespace ChatLineage.Knowledge.Tests.Lineage;

public sealed class LineageGraphTests
{
    private static readonly string[] Family =
    [
        "llama released_by meta", "meta is organisation",
        "alpaca fine_tuned_from llama", "alpaca distilled_from gpt", "gpt released_by openai", "openai is organisation",
        "vicuna fine_tuned_from llama", "vicuna trained_on sharegpt", "sharegpt is dataset",
        "stablevicuna fine_tuned_from vicuna", "stablevicuna fine_tuned_from stablelm; disputed: it is not",
        "stablevicuna-awq quantised_from stablevicuna",
        "goat adapter_of llama", "mix merged_from vicuna", "mix merged_from alpaca",
        "llama-2 successor_of llama", "llama-cpp uses llama", "llama-cpp is tool", "chat powers vicuna", "chat is tool",
        "llama-7b member_of llama", "pygmalion fine_tuned_from llama-7b",
    ];

    [Theory]
    [InlineData("llama", "")]
    [InlineData("vicuna", "llama:1")]
    [InlineData("stablevicuna", "vicuna:1 llama:2")]
    [InlineData("mix", "vicuna:1 alpaca:1 llama:2")]
    [InlineData("stablevicuna-awq", "stablevicuna:1 vicuna:2 llama:3")]
    [InlineData("llama-2", "")]
    [InlineData("alpaca", "llama:1")]
    public void Ancestors_follow_derivations_that_stand(string id, string expected) =>
        Assert.Equal(expected, Steps((knowledge, entity) => knowledge.Graph.Ancestors(entity), id));

    [Theory]
    [InlineData("llama", "alpaca:1 goat:1 vicuna:1 mix:2 stablevicuna:2 stablevicuna-awq:3")]
    [InlineData("stablelm", "")]
    [InlineData("gpt", "")]
    [InlineData("vicuna", "mix:1 stablevicuna:1 stablevicuna-awq:2")]
    public void Descendants_are_by_distance(string id, string expected) =>
        Assert.Equal(expected, Steps((knowledge, entity) => knowledge.Graph.Descendants(entity), id));

    [Theory]
    [InlineData("mix", "llama:2")]
    [InlineData("pygmalion", "llama-7b:1")]
    [InlineData("llama", "")]
    public void Roots_come_from_nothing_recorded(string id, string expected) =>
        Assert.Equal(expected, Steps((knowledge, entity) => knowledge.Graph.Roots(entity), id));

    [Theory]
    [InlineData("sharegpt", "vicuna:1 mix:2 stablevicuna:2 stablevicuna-awq:3")]
    [InlineData("gpt", "alpaca:1 mix:2")]
    [InlineData("openai", "gpt:1 alpaca:2 mix:3")]
    [InlineData("meta", "llama:1 alpaca:2 goat:2 vicuna:2 mix:3 stablevicuna:3 stablevicuna-awq:4")]
    [InlineData("llama", "alpaca:1 goat:1 llama-7b:1 vicuna:1 mix:2 pygmalion:2 stablevicuna:2 stablevicuna-awq:3")]
    [InlineData("vicuna", "chat:1 mix:1 stablevicuna:1 stablevicuna-awq:2")]
    public void Impact_counts_training_teaching_membership_and_release(string id, string expected) =>
        Assert.Equal(expected, Steps((knowledge, entity) => knowledge.Graph.Impact(entity), id, sorted: true));

    [Fact]
    public void Impact_of_a_dataset_leaves_out_what_it_only_includes()
    {
        var knowledge = NotesBuilder.Of("pile is dataset", "wikipedia is dataset", "wikipedia member_of pile", "pythia trained_on pile",
            "bert trained_on wikipedia").Link();

        Assert.Equal(["pythia"], knowledge.Graph.Impact(Entity(knowledge, "pile")).Select(step => step.Entity.Id));
    }

    [Theory]
    [InlineData("project built_on family|project built_on member|member member_of family", "member")]
    [InlineData("project built_on family|project built_on other|member member_of family", "family other")]
    [InlineData("project built_on family|project built_on member|member member_of family; disputed: no", "family member")]
    [InlineData("project built_on a|project fine_tuned_from a", "a")]
    public void Bases_prefer_the_member_to_its_family(string statements, string expected)
    {
        var knowledge = NotesBuilder.Of(statements.Split('|')).Link();

        Assert.Equal(expected, string.Join(' ', knowledge.Graph.Bases(Entity(knowledge, "project")).Select(step => step.Entity.Id)));
    }

    [Fact]
    public void Bases_collect_all_claims_that_prove_a_step()
    {
        var knowledge = NotesBuilder.Of("b built_on a", "b fine_tuned_from a; sources: [t]", "b built_on a; disputed: no").Link();

        var step = Assert.Single(knowledge.Graph.Bases(Entity(knowledge, "b")));
        Assert.Equal(["b built_on a", "b fine_tuned_from a"], step.Claims.Select(claim => claim.ToString()));
    }

    [Fact]
    public void Paths_are_all_ways_shortest_first()
    {
        var knowledge = NotesBuilder.Of("d built_on b", "d built_on c", "b built_on a", "c built_on a", "d built_on a").Link();

        var paths = knowledge.Graph.Paths(Entity(knowledge, "d"), Entity(knowledge, "a"));

        Assert.Equal(["d a", "d b a", "d c a"], paths.Select(path => string.Join(' ', path.Entities)));
        Assert.All(paths, path => Assert.Equal(Enumerable.Range(1, path.Steps.Length), path.Steps.Select(step => step.Depth)));
        Assert.Equal("d a", string.Join(' ', knowledge.Graph.ShortestPath(Entity(knowledge, "d"), Entity(knowledge, "a"))!.Entities));
        Assert.Null(knowledge.Graph.ShortestPath(Entity(knowledge, "a"), Entity(knowledge, "d")));
        Assert.Empty(knowledge.Graph.Paths(Entity(knowledge, "a"), Entity(knowledge, "d")));
    }

    [Fact]
    public void Walks_in_a_cycle_end()
    {
        var knowledge = NotesBuilder.Of("a built_on b", "b built_on c", "c built_on a", "d built_on a").Link();
        var a = Entity(knowledge, "a");

        Assert.Equal("b:1 c:2", Text(knowledge.Graph.Ancestors(a)));
        Assert.Equal("c:1 d:1 b:2", Text(knowledge.Graph.Descendants(a)));
        Assert.Empty(knowledge.Graph.Roots(a));
        Assert.Single(knowledge.Graph.Paths(Entity(knowledge, "d"), Entity(knowledge, "c")));
    }

    [Fact]
    public void CommonAncestors_nearest_to_both_come_first()
    {
        var knowledge = NotesBuilder.Of(Family).Link();

        var common = knowledge.Graph.CommonAncestors(Entity(knowledge, "stablevicuna"), Entity(knowledge, "mix"));

        Assert.Equal([("vicuna", 1, 1), ("llama", 2, 2)], common.Select(pair => (pair.Left.Entity.Id, pair.Left.Depth, pair.Right.Depth)));
        Assert.Empty(knowledge.Graph.CommonAncestors(Entity(knowledge, "mix"), Entity(knowledge, "gpt")));
    }

    [Fact]
    public void Siblings_share_a_base()
    {
        var knowledge = NotesBuilder.Of(Family).Link();

        Assert.Equal(["alpaca", "goat"], knowledge.Graph.Siblings(Entity(knowledge, "vicuna")).Select(step => step.Entity.Id).Order());
    }

    private static string Steps(Func<KnowledgeBase, Entity, IEnumerable<LineageStep>> ask, string id, bool sorted = false)
    {
        var knowledge = NotesBuilder.Of(Family).Link();
        var steps = ask(knowledge, Entity(knowledge, id)).ToList();
        Assert.All(steps, step => Assert.NotEmpty(step.Claims));
        return Text(sorted ? steps.OrderBy(step => step.Depth).ThenBy(step => step.Entity.Id, StringComparer.Ordinal) : steps);
    }

    private static string Text(IEnumerable<LineageStep> steps) => string.Join(' ', steps.Select(step => $"{step.Entity.Id}:{step.Depth}"));

    private static Entity Entity(KnowledgeBase knowledge, string id) => knowledge.FindEntity(id) ?? throw new ArgumentException(id);
}
