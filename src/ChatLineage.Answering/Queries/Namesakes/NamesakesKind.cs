using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Describe;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Namesakes;

/// <summary>Tells things of one name apart, where a question asks which is which.</summary>
internal sealed class NamesakesKind : QueryKind<NamesakesQuery>
{
    private const int Most = 3;

    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        var doubtful = shape.Mentions.FirstOrDefault(mention => !mention.Others.IsEmpty)
            ?? (shape.Entities.Length == 1 ? shape.Mentions[0] : null);
        if (doubtful is null)
            return null;
        var sorts = shape.Kinds.Length > 0 || shape.HasWord("method", "data", "package", "technique", "paper", "app");
        if (doubtful.Others.IsEmpty && (shape.Has(Topic.WhichOne) || (shape.HasWord("or") && sorts)) && IsThing(doubtful.Entity))
            doubtful = doubtful with { Others = [.. Alike(doubtful, context).Take(1)] };
        if (doubtful.Others.IsEmpty)
            return null;
        var which = shape.Mentions.Any(mention => mention.Entity == doubtful.Entity && shape.IndexOf(mention) is > 0 and var at
            && shape.Terms[at - 1].Word == "which");
        var asks = shape.Has(Topic.WhichOne) || which || (shape.HasWord("or") && !IsAboutFigures(shape)
            && !shape.Entities.Any(entity => entity != doubtful.Entity
            && (entity.Kind == doubtful.Entity.Kind || entity.Kind.IsArtefact())));
        return asks && !shape.Has(Topic.Sameness)
            ? new Reading(new NamesakesQuery(Name(shape, doubtful), [doubtful.Entity,
                .. doubtful.Others.OrderByDescending(context.Facts.Weight)]), 0.93, $"«{Name(shape, doubtful)}» can mean several things")
            : null;
    }

    protected override QueryResult Evaluate(NamesakesQuery query, EvaluationContext context)
    {
        var told = query.Entities.Take(Most).Select(entity => Tell(entity, context)).OfType<Statement>().ToList();
        if (told.Count < 2)
            return Abstain.NotRecorded($"more than one thing called {query.Name}", Abstain.Nearest(query.Entities[0], context),
                query.Entities[0]);
        var more = query.Entities.Length > Most ? $"at least {query.Entities.Length}" : query.Entities.Length == 2 ? "two" : "three";
        told[0] = Statement.WorkedOut("", $"The notes know {more} things by that name: {told[0].Text}", told[0].Lines.AsSpan());
        return new QueryResult
        {
            Statements = [.. told],
            Expected = new Expectation(null, [.. query.Entities.Take(2).Select(entity => ImmutableArray.Create(entity.Name))]),
            Named = query.Entities,
        };
    }

    // «45B or 46.7B» asks for a figure.
    private static bool IsAboutFigures(QuestionShape shape)
    {
        var at = shape.Terms.Select(term => term.Word).ToList().IndexOf("or");
        return at > 0 && at + 1 < shape.Terms.Length && IsFigure(shape.Terms[at + 1]) && shape.Terms[..at].Any(IsFigure);
    }

    private static bool IsFigure(Term term) => term.Word is { } word && char.IsAsciiDigit(word[0]);

    private static bool IsThing(Entity entity) => entity.Kind.IsArtefact();

    // Things whose name goes on where the mention ends: «Open-Sora Plan» beside «Open-Sora». A version of the same is none.
    private static IEnumerable<Entity> Alike(Mention mention, EvaluationContext context)
    {
        var key = Understanding.Words.Tokenizer.Key(mention.Spelling);
        return context.Knowledge.Entities
            .Where(entity => entity != mention.Entity && IsThing(entity) && Understanding.Words.Tokenizer.Key(entity.Name)
                .StartsWith(key, StringComparison.Ordinal))
            .Where(entity => entity.Kind != mention.Entity.Kind || !context.Facts.AreRelated(entity, mention.Entity)
                || context.Facts.From(entity, Predicates.AlternativeTo).Any(fact => fact.Object == mention.Entity))
            .OrderByDescending(context.Facts.Weight);
    }

    // What it is in one line, and what it came from in another where that tells them apart.
    private static Statement? Tell(Entity entity, EvaluationContext context)
    {
        var described = DescribeKind.Describe(entity, context);
        if (described.Abstained is not null)
            return null;
        var first = described.Statements[0];
        var came = context.Facts.From(entity, [Predicates.SuccessorOf,
            .. Predicates.All.Where(predicate => predicate.Role == LineageRole.Derivation)]).FirstOrDefault();
        var maker = came ?? context.Facts.Makers(entity).FirstOrDefault();
        var kind = first.Text.Contains(entity.Kind.Word(), StringComparison.OrdinalIgnoreCase) ? "" : $" ({entity.Kind.Word()})";
        return maker is null || first.Text.Contains(maker.Object.Name, StringComparison.Ordinal)
            ? first with { Text = first.Text.TrimEnd('.') + kind + "." }
            : new Statement($"{first.Text.TrimEnd('.')}{kind}; {maker.Line.Text}", [.. first.Lines, maker.Line]);
    }

    private static string Name(QuestionShape shape, Mention mention)
    {
        var tokens = Understanding.Words.Tokenizer.Tokens(shape.Text);
        return shape.Text[tokens[mention.First].Start..tokens[mention.End - 1].End];
    }
}
