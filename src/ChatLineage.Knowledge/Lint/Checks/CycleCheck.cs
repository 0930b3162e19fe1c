using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Lint.Checks;

/// <summary>Derivations and successions together have no cycle.</summary>
internal static class CycleCheck
{
    private enum State
    {
        Open,
        Done,
    }

    public static void Run(LintContext lint)
    {
        var states = new Dictionary<Entity, State>();
        foreach (var (_, entity) in lint.Notes)
        {
            if (!states.ContainsKey(entity))
                Walk(lint, entity, states);
        }
    }

    // Depth first with a stack of our own: chains in made-up notes can be deeper than the thread's stack.
    private static void Walk(LintContext lint, Entity start, Dictionary<Entity, State> states)
    {
        var way = new List<(Entity Entity, IEnumerator<Claim> Claims)>();
        Enter(start);
        while (way.Count > 0)
        {
            var (entity, rest) = way[^1];
            if (!rest.MoveNext())
            {
                states[entity] = State.Done;
                way.RemoveAt(way.Count - 1);
                continue;
            }

            var claim = rest.Current;
            if (claim.Object == entity)
                continue;
            if (!states.TryGetValue(claim.Object, out var state))
                Enter(claim.Object);
            else if (state == State.Open)
                Report(lint, way.Select(step => step.Entity).SkipWhile(each => each != claim.Object).ToList(), claim);
        }

        void Enter(Entity entity)
        {
            states[entity] = State.Open;
            way.Add((entity, Edges(lint.Knowledge, entity).GetEnumerator()));
        }
    }

    private static IEnumerable<Claim> Edges(KnowledgeBase knowledge, Entity entity) =>
        knowledge.ClaimsFrom(entity)
            .Where(claim => claim.Stands && claim.Predicate.Role is LineageRole.Derivation or LineageRole.Succession);

    private static void Report(LintContext lint, List<Entity> cycle, Claim closing)
    {
        var note = lint.Knowledge.NoteOf(closing.Subject);
        var at =
            note.Claims.First(claim =>
                claim.Predicate.Value == closing.Predicate && claim.Object.Value == closing.Object.Id && claim.Disputed is null).Object.At;
        lint.Report(
            Rules.Cycle, note.Path, at,
            $"'{closing.Predicate}: {closing.Object.Id}' closes a cycle: "
                + $"{string.Join(" -> ", cycle.Append(cycle[0]).Select(entity => entity.Id))}",
            "correct the claim that points the wrong way, or mark it with 'disputed: <why>'",
            closing.Object.Id);
    }
}
