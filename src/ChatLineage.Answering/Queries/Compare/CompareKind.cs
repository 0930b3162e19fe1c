using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Describe;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Queries.Licensing;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Compare;

/// <summary>Questions that set entities side by side.</summary>
internal sealed class CompareKind : QueryKind<CompareQuery>
{
    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        var entities = Alike(shape);
        // «which of the Falcon models can I use at work»: all that share the name are compared.
        if (entities.Length == 1 && shape.HasWord("which") && shape.Mentions.FirstOrDefault(mention =>
            mention.Entity == entities[0]) is { Others.IsEmpty: false } shared && (shape.Has(Topic.Commercial) || shape.Has(Topic.Licence)))
            return new Reading(new CompareQuery([shared.Entity, .. shared.Others.Where(other => other.Kind == shared.Entity.Kind).Take(2)],
                Aspect.Licence, false, false), 0.94, "compares the licences of those of one name");
        if (entities.Length < 2)
            return null;
        var comparing = shape.Has(Topic.Difference) || shape.HasWord("or", "and", "vs") || entities.Length > 2;
        if (shape.HasWord("same") && shape.HasWord("ppl", "people", "team", "company", "lab", "org", "maker", "makers", "author", "authors",
            "guys", "devs", "developers", "organisation", "group"))
            return new Reading(new CompareQuery(entities, Aspect.Maker, true, false), 0.89, "asks whether the makers are the same");
        if (SameAspect(shape) is { } same)
            return new Reading(new CompareQuery(entities, same, true, false), 0.89, "asks whether they share a licence or data");
        if (shape.Has(Topic.Sameness) || (shape.IsYesNo && shape.Terms[^1].Word == "same"))
            return new Reading(new CompareQuery(entities, Aspect.Sameness, shape.IsYesNo, false), 0.87,
                "asks whether two names mean one thing");
        // «how is X smaller than Y» asks for the way and not for the sizes.
        if (shape.Has(Topic.Larger) && !shape.Has(Topic.Date) && !(shape.Has(Topic.Reason) && shape.Terms[0].Word is "how" or "why"))
            return new Reading(new CompareQuery(entities, Aspect.Size, shape.IsYesNo, shape.HasWord("smaller", "smallest", "fewer")), 0.87,
                "asks which is bigger");
        if (shape.HasWord("days", "weeks", "months", "years", "time", "long", "gap")
            && shape.HasWord("between", "after", "before", "later", "apart", "gap", "separate", "separates"))
            return new Reading(new CompareQuery(entities, Aspect.Interval, false, false), 0.9, "asks for the time between");
        if (shape.Has(Topic.Order) && !entities.Any(entity => entity.Kind == EntityKind.Person) && !shape.Has(Topic.Root)
            && !shape.Has(Topic.Ancestry) && !shape.Has(Topic.Path) && !shape.Cues.Any(hit => hit.Cue is
            { Topic: Topic.Relation, Orientation: Orientation.NounForObject } && hit.Cue.Predicates.All(predicate => predicate.Role == LineageRole.Provenance)) && !shape.Cues.Any(hit => hit.Cue.Topic == Topic.Impact
            && hit.Words != "without"))
            return new Reading(new CompareQuery(entities, Aspect.Order, shape.IsYesNo,
                shape.HasWord("newer", "newest", "later", "latest", "younger", "youngest", "recent")
                || (shape.HasWord("after") && !shape.HasWord("before")), shape.HasWord("before") && shape.HasWord("after")), 0.86,
                "asks which came first");
        if (!comparing || (shape.IsYesNo && !shape.Has(Topic.Difference)))
            return null;
        if (shape.Has(Topic.Commercial) || shape.Has(Topic.Licence) || shape.HasWord("permissive", "restrictive", "freer"))
            return new Reading(new CompareQuery(entities, Aspect.Licence, false, false), 0.88, "compares licences");
        if (Of(shape, LineageRole.Derivation))
            return new Reading(new CompareQuery(entities, Aspect.Base, false, false), 0.86, "compares bases");
        if (shape.Cues.Any(hit => hit.Cue.Predicates.Contains(Predicates.TrainedOn)))
            return new Reading(new CompareQuery(entities, Aspect.Data, false, false), 0.86, "compares training data");
        if (shape.Cues.Any(hit => hit.Cue.Predicates.Contains(Predicates.ReleasedBy)))
            return new Reading(new CompareQuery(entities, Aspect.Maker, false, false), 0.8, "compares makers");
        if (shape.Has(Topic.Date))
            return new Reading(new CompareQuery(entities, Aspect.Order, false, false), 0.82, "compares dates");
        if (shape.Has(Topic.Size))
            return new Reading(new CompareQuery(entities, Aspect.Size, false, false), 0.82, "compares sizes");
        return shape.Has(Topic.Difference) ? new Reading(new CompareQuery(entities, Aspect.Nature, false, false), 0.8, "compares") : null;
    }

    protected override QueryResult Evaluate(CompareQuery query, EvaluationContext context) => query.Aspect switch
    {
        Aspect.Order => OrderAnswer.Evaluate(query, context),
        Aspect.Interval => IntervalAnswer.Evaluate(query, context),
        Aspect.Size => LargerAnswer.Evaluate(query, context),
        Aspect.Sameness => SamenessAnswer.Evaluate(query, context),
        _ => SideBySide(query, context),
    };

    // «do X and Y have the same licence», «is X under the same terms as Y».
    private static Aspect? SameAspect(QuestionShape shape)
    {
        if (!shape.IsYesNo || !shape.HasWord("same"))
            return null;
        if (shape.Has(Topic.Licence) || shape.Has(Topic.Commercial) || shape.Has(Topic.Inheritance))
            return Aspect.Licence;
        return shape.Cues.Any(hit => hit.Cue.Predicates.Contains(Predicates.TrainedOn)) ? Aspect.Data : null;
    }

    private static bool Of(QuestionShape shape, LineageRole role) =>
        shape.Cues.Any(hit => hit.Cue.Predicates.Any(predicate => predicate.Role == role));

    // Things are compared with things: an organisation beside two models only says whose they are.
    private static ImmutableArray<Entity> Alike(QuestionShape shape)
    {
        var things = shape.Entities.Where(entity => entity.Kind.IsArtefact() || entity.Kind == EntityKind.Event).ToImmutableArray();
        return things.Length >= 1 ? things : shape.Entities;
    }

    private static QueryResult SideBySide(CompareQuery query, EvaluationContext context)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        foreach (var entity in query.Entities.Take(4))
            statements.AddRange(Side(entity, query.Aspect, context).DefaultIfEmpty(Nothing(entity, query.Aspect, context))
                .OfType<Statement>());
        if (query is { YesNo: true, Aspect: Aspect.Maker or Aspect.Licence or Aspect.Data } && statements.Count > 1)
        {
            var same = AreSame(query, context);
            statements[0] = statements[0] with { Text = (same ? "Yes. " : "No. ") + statements[0].Text };
        }

        return statements.Count == 0
            ? Abstain.NotRecorded($"that about {query.Entities[0].Name} and {query.Entities[1].Name}",
                Abstain.Nearest(query.Entities[0], context), query.Entities[0], query.Entities[1])
            : new QueryResult
            {
                Statements = statements.DrainToImmutable(),
                Expected = new Expectation(null, [.. query.Entities.Take(2).Select(entity => ImmutableArray.Create(entity.Name))]),
                Named = query.Entities,
            };
    }

    private static bool AreSame(CompareQuery query, EvaluationContext context)
    {
        var (left, right) = (query.Entities[0], query.Entities[1]);
        if (query.Aspect == Aspect.Maker)
            return context.Facts.Makers(left).Any(fact => context.Facts.IsBy(right, fact.Object));
        var predicate = query.Aspect == Aspect.Licence ? Predicates.LicensedUnder : Predicates.TrainedOn;
        return context.Facts.From(left, predicate).Any(fact => context.Facts.From(right, predicate)
            .Any(other => other.Object == fact.Object));
    }

    // A side on which the notes are silent is told as such, where they know the thing at all.
    private static Statement? Nothing(Entity entity, Aspect aspect, EvaluationContext context)
    {
        var what = aspect switch
        {
            Aspect.Base => "no base of",
            Aspect.Data => "no training data of",
            Aspect.Maker => "no maker of",
            _ =>
            null
        };
        return what is not null && Abstain.Nearest(entity, context) is { } nearest
            ? Statement.WorkedOut("", $"The notes record {what} {entity.Name}.", nearest) : null;
    }

    // What it is, and the licence, in which versions differ most.
    private static IEnumerable<Statement> Nature(Entity entity, EvaluationContext context)
    {
        var described = DescribeKind.Describe(entity, context).Statements;
        var licence = context.Facts.From(entity, Predicates.LicensedUnder).FirstOrDefault();
        return licence is null ? described.Take(2) : described.Where(statement =>
            !statement.Text.Contains("icen", StringComparison.Ordinal)).Take(2)
            .Append(Statement.Of(ClaimWording.Short(licence.Best), licence.Line));
    }

    private static IEnumerable<Statement> Side(Entity entity, Aspect aspect, EvaluationContext context)
    {
        if (aspect == Aspect.Licence)
            return LicenceAnswer.Evaluate(new LicenceQuery(entity, true, false, null, false), context).Statements.Take(2);
        Predicate[] predicates = aspect switch
        {
            Aspect.Base => [.. Predicates.All.Where(predicate => predicate.Role == LineageRole.Derivation), Predicates.Uses],
            Aspect.Data => [Predicates.TrainedOn],
            Aspect.Maker => [Predicates.ReleasedBy, Predicates.CreatedBy],
            _ => [],
        };
        if (aspect == Aspect.Nature)
            return Nature(entity, context);
        var facts = context.Facts.From(entity, predicates);
        return facts.Take(2).Select(fact => Statement.Of(fact.Line.Text, fact.Line));
    }
}
