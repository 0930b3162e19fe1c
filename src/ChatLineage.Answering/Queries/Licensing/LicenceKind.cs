using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Claims;
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
        var always = shape.HasWord("always", "ever", "different", "originally", "history", "histories", "earlier", "previously", "before", "used", "formerly",
            "change", "changed", "changes", "switch", "switched", "over", "till", "until")
            || (shape.HasWord("long") && shape.HasWord("how"));
        // A licence is often called by what it was made for: «open webui licence before 0.6.6» asks about Open WebUI.
        if (always && entity.Kind == EntityKind.Licence && NamedAfter(entity, context) is { } product)
            return new Reading(new LicenceQuery(product, false, false, null, false, Every: true), 0.87, "asks how the licence changed");
        var period = shape.HasWord("till", "until", "long") && (shape.HasWord("under") || claimed is not null);
        if ((shape.Has(Topic.Licence) || period) && entity.Kind.IsArtefact() && (parts || always))
            return new Reading(new LicenceQuery(entity, false, false, null, false, Every: true)
            {
                AsksWhetherAlways = shape.IsYesNo && shape.HasWord("always", "ever") && claimed is null,
            }, 0.87, parts
                ? "asks for the licence of each part" : "asks how the licence changed");
        if (commercial || inherited)
            return new Reading(new LicenceQuery(entity, commercial, inherited, claimed, shape.IsYesNo || commercial,
                shape.HasWord("no", "only", "none", "free")), 0.85, commercial ? "asks about commercial use" : "asks what terms bind it");
        if (claimed is not null && (shape.IsYesNo || shape.Has(Topic.Conflict)))
            return new Reading(new LicenceQuery(entity, false, false, claimed, true, shape.HasWord("only", "none", "nothing", "just", "no"))
            {
                InThePast = shape.HasWord("was", "were", "originally", "initially", "formerly", "wasnt") && !shape.HasWord("is", "still")
            }, 0.86, "claims a licence");
        return shape.Has(Topic.Licence)
            ? new Reading(new LicenceQuery(entity, false, false, claimed, shape.IsYesNo && claimed is not null) { Hints = Hints(shape) }, 0.8,
                "asks for the licence")
            : null;
    }

    private static ImmutableArray<string> Hints(QuestionShape shape) =>
        [.. shape.Terms.Select(term => term.Word).OfType<string>().Where(word => word.Length > 2)];

    private static Entity? NamedAfter(Entity licence, EvaluationContext context) =>
        context.Facts.To(licence, Predicates.LicensedUnder).Select(fact => fact.Subject)
            .FirstOrDefault(entity => licence.Name.StartsWith(entity.Name, StringComparison.OrdinalIgnoreCase));

    protected override QueryResult Evaluate(LicenceQuery query, EvaluationContext context) =>
        query.InThePast && PastLicenceAnswer.Of(query, context) is { } past ? past : query.Every ? EveryLicenceAnswer.Evaluate(query, context) : query.Entity.Kind == EntityKind.Licence
            ? TermsAnswer.Evaluate(query, context) : LicenceAnswer.Evaluate(query, context);
}
