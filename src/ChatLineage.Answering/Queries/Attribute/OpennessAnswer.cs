using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lineage;

namespace ChatLineage.Answering.Queries.Attribute;

/// <summary>Says how open something is, and under which licence.</summary>
internal static class OpennessAnswer
{
    public static QueryResult Evaluate(AttributeQuery query, EvaluationContext context)
    {
        var licence = LicenceInheritance.OwnLicences(context.Knowledge, query.Entity).FirstOrDefault();
        if (query.Entity.Openness == Openness.NotRecorded && licence is null)
            return Abstain.NotRecorded($"how open {query.Entity.Name} is", Abstain.Nearest(query.Entity, context), query.Entity);
        var statements = ImmutableArray.CreateBuilder<Statement>();
        if (query.Entity.Openness != Openness.NotRecorded && query.Entity.Source is { } source)
            statements.Add(Statement.Of(Lead(query.Entity), new EvidenceLine(Fact(query.Entity), [source], [])));
        if (licence is not null)
            statements.Add(Statement.Of(ClaimWording.Short(licence), ClaimWording.Line(licence)));
        var conflicts = context.Knowledge.ConflictsAbout(query.Entity).Where(conflict => conflict.Predicate == Predicates.LicensedUnder)
            .Take(1).ToImmutableArray();
        foreach (var conflict in conflicts)
            statements.Add(context.Conflicts.Aside(conflict));
        return new QueryResult
        {
            Statements = statements.DrainToImmutable(),
            Conflicts = conflicts,
            Named = [query.Entity],
        };
    }

    private static string Lead(Entity entity) => entity.Openness switch
    {
        Openness.WeightsOpen => $"Yes. The weights of {entity.Name} are openly available.",
        Openness.ResearchOnly => $"No. {entity.Name} is published for research or non-commercial use only.",
        _ => $"No. {entity.Name} is closed.",
    };

    private static string Fact(Entity entity) => entity.Openness switch
    {
        Openness.WeightsOpen => $"The weights of {entity.Name} are openly available.",
        Openness.ResearchOnly => $"{entity.Name} is published for research or non-commercial use only.",
        _ => $"{entity.Name} is closed.",
    };
}
