using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Facts;

/// <summary>Says that the notes are silent, and the nearest thing that they do record.</summary>
internal static class Abstain
{
    /// <summary>«I don't know: the notes don't record …. They do record that …»</summary>
    /// <param name="missing">What is not recorded, as an object of «record»: «who leads Adept».</param>
    /// <param name="nearest">The nearest fact; null when there is none.</param>
    /// <param name="about">What the question was about.</param>
    public static QueryResult NotRecorded(string missing, EvidenceLine? nearest, params ReadOnlySpan<Entity> about)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        statements.Add(Statement.Of($"I don't know: the notes don't record {missing}."));
        if (nearest is not null)
            statements.Add(Statement.Of($"They do record this: {nearest.Text}", nearest));
        return new QueryResult
        {
            Statements = statements.DrainToImmutable(),
            Abstained = AbstentionReason.NotRecorded,
            Named = [.. about],
        };
    }

    /// <summary>A nearest fact about an entity: what it is based on, or who made it.</summary>
    public static EvidenceLine? Nearest(Entity entity, EvaluationContext context)
    {
        if (entity.Kind == EntityKind.Event && Dating.Of(entity, context) is { } dating)
            return dating.Line with { Text = $"{dating.Date.ToWords()}: {entity.Name}." };
        var facts = context.Facts.From(entity, [.. Predicates.All.Where(predicate => predicate.Role != LineageRole.Context)]);
        return (facts.FirstOrDefault() ?? context.Facts.To(entity, [.. Predicates.All]).FirstOrDefault()
            ?? context.Facts.From(entity, [.. Predicates.All]).FirstOrDefault())?.Line;
    }
}
