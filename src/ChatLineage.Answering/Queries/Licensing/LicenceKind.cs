using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Licensing;

/// <summary>Questions about licences: which one, what it allows, what is inherited.</summary>
internal sealed class LicenceKind : QueryKind<LicenceQuery>
{
    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        var entity = shape.Entities.FirstOrDefault(each => each.Kind == EntityKind.Model)
            ?? shape.Entities.FirstOrDefault(each => each.Kind.IsArtefact())
            ?? shape.Entities.FirstOrDefault(each => each.Kind == EntityKind.Licence);
        if (entity is null)
            return null;
        var claimed = shape.Entities.FirstOrDefault(each => each.Kind == EntityKind.Licence && each != entity);
        var commercial = shape.Has(Topic.Commercial);
        var inherited = shape.Has(Topic.Inheritance);
        var parts = shape.HasWord("code") && (shape.HasWord("weights", "weight", "model", "checkpoints") || shape.HasWord("data"))
            && !shape.IsYesNo;
        var always = shape.HasWord("always", "originally", "history", "histories", "earlier", "previously", "before", "used", "formerly",
            "change", "changed", "changes", "switch", "switched", "over");
        if (shape.Has(Topic.Licence) && entity.Kind.IsArtefact() && (parts || always))
            return new Reading(new LicenceQuery(entity, false, false, null, false, Every: true), 0.87, parts
                ? "asks for the licence of each part" : "asks how the licence changed");
        if (commercial || inherited)
            return new Reading(new LicenceQuery(entity, commercial, inherited, claimed, shape.IsYesNo || commercial,
                shape.HasWord("no", "only", "none", "free")), 0.85, commercial ? "asks about commercial use" : "asks what terms bind it");
        if (claimed is not null && (shape.IsYesNo || shape.Has(Topic.Conflict)))
            return new Reading(new LicenceQuery(entity, false, false, claimed, true), 0.86, "claims a licence");
        return shape.Has(Topic.Licence)
            ? new Reading(new LicenceQuery(entity, false, false, claimed, shape.IsYesNo && claimed is not null), 0.8,
                "asks for the licence")
            : null;
    }

    protected override QueryResult Evaluate(LicenceQuery query, EvaluationContext context) =>
        query.Every ? EveryLicenceAnswer.Evaluate(query, context) : query.Entity.Kind == EntityKind.Licence
            ? TermsAnswer.Evaluate(query, context) : LicenceAnswer.Evaluate(query, context);
}
