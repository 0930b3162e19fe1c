using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Queries.Quantity;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Attribute;

/// <summary>Questions for a date, a size or openness, and for whether a date is right.</summary>
internal sealed class AttributeKind : QueryKind<AttributeQuery>
{
    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        if (shape.Entities is not [var entity, ..])
            return null;
        if (shape.Dates is [var claimed, ..] && (shape.IsYesNo || shape.Has(Topic.Conflict)) && shape.Entities.Length == 1)
            return new Reading(new AttributeQuery(entity, AttributeName.Date, claimed, shape.Residue), 0.9, "claims a date");
        if (shape.Dates.Length > 0 && shape.HasWord("or") && shape.Entities.Length == 1)
            return new Reading(new AttributeQuery(entity, AttributeName.Date, null, []), 0.9, "asks which of two dates");
        if (shape.Has(Topic.Size) && shape.Measured is null && entity.Kind is not EntityKind.Organisation and not EntityKind.Person)
            return Counted(shape, entity) is { } unit
                ? new Reading(new QuantityQuery(shape.Entities, unit, shape.Residue), 0.8, $"asks for a number of {unit}")
                : new Reading(new AttributeQuery(entity, AttributeName.Size, null, shape.Residue), 0.8, "asks for the size");
        if (shape.Has(Topic.Date) && !shape.IsYesNo && context.Happenings.Find(shape) is { } happening)
            return new Reading(new AttributeQuery(happening, AttributeName.Date, null, []), 0.83, $"asks when {happening.Id} was");
        if (shape.Has(Topic.Date) && !shape.IsYesNo && Joining(shape, context) is { } joining)
            return new Reading(joining, 0.82, "asks when two things came together");
        if (shape.Has(Topic.Date))
            return new Reading(new AttributeQuery(Dated(shape, context), AttributeName.Date, null, Told(shape)),
                0.79 - (0.05 * Told(shape).Length) - (shape.HasWord("who") ? 0.1 : 0), "asks for the date", Final: Told(shape).Length > 1);
        return shape.Has(Topic.Openness) && !AsksForOpenThings(shape) && !shape.HasWord("who", "whose") && (entity.Kind is EntityKind.Model or EntityKind.Dataset) && !shape.Has(Topic.Commercial)
            ? new Reading(new AttributeQuery(entity, AttributeName.Openness, null, shape.Residue), 0.72, "asks how open it is")
            : null;
    }

    // «used by which open models»: the word only says which models are meant.
    private static bool AsksForOpenThings(QuestionShape shape) => shape.Cues.Any(hit => hit.Cue.Topic == Topic.Openness
        && hit.End < shape.Terms.Length && shape.Terms[hit.End].Word is { } word && word[^1] == 's' && KindWords.Contains(word));

    // «when did LM Studio get MLX»: the day of what joins the two, told by a claim of either.
    private static AttributeQuery? Joining(QuestionShape shape, EvaluationContext context)
    {
        if (shape.Entities is not [var first, var second] || !first.Kind.IsArtefact() || !second.Kind.IsArtefact() || shape.Has(Topic.Relation))
            return null;
        var word = Tokenizer.Tokens(second.Name)[0].Text;
        return context.Facts.From(first, Predicates.Uses, Predicates.BuiltOn, Predicates.TrainedOn).Any(fact => fact.On is not null
            && (fact.Object == second || Tokenizer.Tokens(fact.Object.Name)[0].Text == word))
            ? new AttributeQuery(first, AttributeName.Date, null, [word]) : null;
    }

    // «how many hours», «how many tokens»: a unit that the recorded size is not told in.
    private static string? Counted(QuestionShape shape, Entity entity)
    {
        var unit = shape.Cues.Where(hit => hit.Cue.Topic == Topic.Size && hit.Words.StartsWith("how many ", StringComparison.Ordinal))
            .Select(hit => hit.Words[9..]).FirstOrDefault();
        if (unit is null or "parameters" or "params" or "gb")
            return null;
        return entity.Kind != EntityKind.Model && (entity.Size is null || Stem.Holds(entity.Size, unit)) ? null : unit;
    }

    // Words beside the date that say which of several days is meant: «when did X go offline».
    private static ImmutableArray<string> Told(QuestionShape shape) =>
    [
        .. shape.Residue.Concat(shape.Cues.Where(hit => hit.Cue.Topic is Topic.Impact or Topic.Licence or Topic.Openness)
            .SelectMany(hit => hit.Words.Split(' ')))
            .Concat(shape.Entities.Where(entity => entity.Kind == EntityKind.Licence
                || (entity != shape.Entities[0] && shape.Entities[0].Kind == EntityKind.Organisation
                && entity.Kind == EntityKind.Organisation)).Select(entity => Tokenizer.Tokens(entity.Name)[0].Text))
            .Where(word => word is not ("exact" or "exactly" or "precise" or "official" or "officially" or "original" or "actually"
                or "publicly" or "weights" or "repo" or "model" or "paper" or "again" or "world")),
    ];

    protected override QueryResult Evaluate(AttributeQuery query, EvaluationContext context) => query.Attribute switch
    {
        AttributeName.Date => DateAnswer.Evaluate(query, context),
        AttributeName.Size => SizeAnswer.Evaluate(query, context),
        _ => OpennessAnswer.Evaluate(query, context),
    };

    // «when did Stability AI release StableLM»: the date is that of the thing, not of the company.
    private static Entity Dated(QuestionShape shape, EvaluationContext context)
    {
        var things = shape.Entities.Where(entity => entity.Kind is not EntityKind.Organisation and not EntityKind.Person
            and not EntityKind.Licence).ToList();
        return things.Find(entity => Facts.Dating.Of(entity, context) is not null) ?? (things.Count > 0 ? things[0] : shape.Entities[0]);
    }
}
