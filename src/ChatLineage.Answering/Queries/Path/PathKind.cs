using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Path;

/// <summary>How two things are related, and what they have in common.</summary>
internal sealed class PathKind : QueryKind<PathQuery>
{
    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        var entities = shape.Entities;
        if (entities.Length < 2)
            return null;
        var common = shape.Has(Topic.Common) || ((shape.HasWord("both", "same", "shared", "common") || shape.Has(Topic.Sameness))
            && shape.Cues.Any(hit => hit.Cue.Topic is Topic.Relation or Topic.Root or Topic.Ancestry));
        if (common)
            return new Reading(new PathQuery(entities[0], entities[1], true, shape.IsYesNo,
                shape.Cues.Any(hit => hit.Cue.Predicates.Any(predicate => predicate.Role == LineageRole.Derivation))), 0.86,
                "asks what two entities have in common");
        return shape.Has(Topic.Path) && !shape.Has(Topic.Difference)
            ? new Reading(new PathQuery(entities[0], entities[1], false, shape.IsYesNo, false), 0.85, "asks how two entities are related")
            : null;
    }

    protected override QueryResult Evaluate(PathQuery query, EvaluationContext context) =>
        query.Common ? Common(query, context) : Path(query, context);

    private static QueryResult Path(PathQuery query, EvaluationContext context)
    {
        var graph = context.Knowledge.Graph;
        var way = graph.ShortestPath(query.Left, query.Right) ?? graph.ShortestPath(query.Right, query.Left);
        var yes = query.YesNo ? "Yes. " : "";
        if (way is not null)
        {
            var chain = PathWording.Chain(way);
            return Found(query, chain with { Text = yes + chain.Text }, way.Entities);
        }

        // A base that both share says more than a way over data or makers that is hardly shorter.
        var shared = graph.CommonAncestors(query.Left, query.Right);
        var link = PathWording.Link(query.Left, query.Right, context);
        if (!shared.IsEmpty && link is not { Lines.Length: 1 } && shared[0].Left.Depth + shared[0].Right.Depth <= (link?.Lines.Length + 1
            ?? int.MaxValue))
            return Shared(query, shared[0].Left.Entity, context);
        if (link is not null)
            return Found(query, link with { Text = yes + link.Text }, link.Lines.SelectMany(line => line.Claims)
                .SelectMany(claim => new[] { claim.Subject, claim.Object }));
        return !shared.IsEmpty ? Shared(query, shared[0].Left.Entity, context) : Unrelated(query, context);
    }

    private static QueryResult Unrelated(PathQuery query, EvaluationContext context)
    {
        EvidenceLine?[] nearest = [Abstain.Nearest(query.Left, context), Abstain.Nearest(query.Right, context)];
        var statements = nearest.OfType<EvidenceLine>().Select(line => Statement.Of(line.Text, line)).ToList();
        if (statements.Count == 0)
            return Abstain.NotRecorded($"any link between {query.Left.Name} and {query.Right.Name}", null, query.Left, query.Right);
        statements[0] = Statement.WorkedOut("", $"No recorded link joins {query.Left.Name} and {query.Right.Name}: {statements[0].Text}",
            statements[0].Lines.AsSpan());
        return new QueryResult { Statements = [.. statements], Named = [query.Left, query.Right] };
    }

    private static QueryResult Found(PathQuery query, Statement chain, IEnumerable<Entity> entities) => new()
    {
        Statements = [chain],
        Expected = new Expectation(query.YesNo ? true : null, [.. entities.Where(entity => entity != query.Left && entity != query.Right)
            .Distinct().Select(entity => ImmutableArray.Create(entity.Name))]),
        Named = [query.Left, query.Right, .. entities.Distinct()],
    };

    private static QueryResult Common(PathQuery query, EvaluationContext context)
    {
        var graph = context.Knowledge.Graph;
        var shared = graph.CommonAncestors(query.Left, query.Right);
        if (!shared.IsEmpty)
            return Shared(query, shared[0].Left.Entity, context);
        if (!query.BaseOnly && SharedObject(query, context) is { } same)
        {
            return new QueryResult
            {
                Statements = [new Statement($"{(query.YesNo ? "Yes. " : "")}{ClaimWording.Short(same[0].Best)}", [same[0].Line]),
                    Statement.Of(same[1].Line.Text, same[1].Line)],
                Expected = new Expectation(query.YesNo ? true : null, [[same[0].Object.Name]]),
                Named = [query.Left, query.Right, same[0].Object],
            };
        }

        return Different(query, context);
    }

    private static QueryResult Shared(PathQuery query, Entity ancestor, EvaluationContext context)
    {
        var graph = context.Knowledge.Graph;
        var left = PathWording.Chain(graph.ShortestPath(query.Left, ancestor)!);
        var right = PathWording.Chain(graph.ShortestPath(query.Right, ancestor)!);
        var lead = query.YesNo ? $"Yes, both go back to {ancestor.Name}." : $"Both go back to {ancestor.Name}.";
        return new QueryResult
        {
            Statements = [new Statement(lead, [.. left.Lines, .. right.Lines]), left, right],
            Expected = new Expectation(query.YesNo ? true : null, [[ancestor.Name, .. ancestor.Aliases]]),
            Named = [query.Left, query.Right, ancestor],
        };
    }

    private static Fact[]? SharedObject(PathQuery query, EvaluationContext context)
    {
        var left = context.Facts.From(query.Left, [.. Predicates.All]);
        var right = context.Facts.From(query.Right, [.. Predicates.All]);
        return left
            .SelectMany(fact => right.Where(other => other.Object == fact.Object), (fact, other) => new[] { fact, other })
            .OrderBy(pair => pair[0].Predicate.Role)
            .FirstOrDefault(pair => pair[0].Predicate.Role is LineageRole.Derivation or LineageRole.Ingredient or LineageRole.Succession
                or LineageRole.Context)
            ?? left.SelectMany(fact => right.Where(other => other.Object == fact.Object), (fact, other) => new[] { fact, other })
                .FirstOrDefault();
    }

    private static QueryResult Different(PathQuery query, EvaluationContext context)
    {
        var left = context.Knowledge.Graph.Bases(query.Left);
        var right = context.Knowledge.Graph.Bases(query.Right);
        if (left.IsEmpty && right.IsEmpty)
            return Abstain.NotRecorded($"anything that {query.Left.Name} and {query.Right.Name} share",
                Abstain.Nearest(query.Left, context), query.Left, query.Right);
        var statements = new[] { left, right }.Where(steps => !steps.IsEmpty)
            .Select(steps => PathWording.Chain(ImmutableArray.Create(steps[0]))).ToList();
        statements[0] = Statement.WorkedOut("No, ", $"no common base is recorded: {statements[0].Text}", statements[0].Lines.AsSpan());
        return new QueryResult { Statements = [.. statements], Named = [query.Left, query.Right] };
    }
}
