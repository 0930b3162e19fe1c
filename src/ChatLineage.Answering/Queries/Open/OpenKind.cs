using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Describe;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Search;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Open;

/// <summary>Open questions: the passages that bear on them, if any bear enough.</summary>
internal sealed class OpenKind : IQueryKind
{
    private const int Searched = 48;

    private static readonly string[] Withdrawing = ["offline", "takedown", "taken down", "withdraw", "remove", "delete", "shut", "end", "conclude", "retire", "maintenance", "leak"];

    private const int Shown = 3;

    public Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        var words = shape.Residue.Concat(shape.Cues.Where(IsContent).SelectMany(hit => hit.Words.Split(' '))).Where(word => word.Length > 2 && !EverydayWords.AreGrammar(word)).Distinct().ToImmutableArray();
        ImmutableArray<string?> headings = shape.Has(Topic.Origin) ? ["What it came from"] : shape.Has(Topic.Significance) ? ["Why it mattered", "What came of it"] : [];
        var reason = shape.Has(Topic.Reason) || !headings.IsEmpty;
        if (shape.StartsUnknown)
            return new Reading(new OpenQuery(shape.Text, [], words, shape.UnknownNames, [], true, false, false), 0.96, "names something that the notes do not know", Final: true);
        return new Reading(
            new OpenQuery(shape.Text, shape.Entities, words, shape.UnknownNames, headings, shape.Entities.IsEmpty && shape.Has(Topic.Definition) && shape.Residue.Length == 1, shape.Has(Topic.Relation) || shape.Has(Topic.Count), shape.Has(Topic.Impact) && shape.HasWord("why", "how")),
            !shape.Entities.IsEmpty && (!headings.IsEmpty || (shape.HasWord("why") && !words.IsEmpty)) ? 0.83 : reason && !shape.Entities.IsEmpty ? 0.78 : 0.42 + (0.06 * Math.Min(shape.Residue.Length, 3)),
            reason ? "asks why or how" : "no other kind fits");
    }

    public bool Evaluates(Query query) => query is OpenQuery;

    public ValueTask<QueryResult> EvaluateAsync(Query query, EvaluationContext context, CancellationToken cancellationToken) =>
        SearchAsync((OpenQuery)query, context, cancellationToken);

    private static bool IsContent(CueHit hit) => hit.Cue.Topic is not (Topic.Definition or Topic.Reason or Topic.List or Topic.Conflict or Topic.Origin or Topic.Significance);

    private static async ValueTask<QueryResult> SearchAsync(OpenQuery query, EvaluationContext context, CancellationToken cancellationToken)
    {
        if (!query.Headings.IsEmpty && query.Entities is [var subject, ..] && ProseLines.Under(subject, context, query.Headings).Take(Shown).ToList() is { Count: > 0 } told)
            return new QueryResult { Statements = [.. told.Select(line => Statement.Of(line.Text, line))], Named = query.Entities };
        if (query.AsksWithdrawal && query.Entities is [var gone, ..] && Withdrawal(gone, context) is { } withdrawal)
            return withdrawal;
        // One common word finds something anywhere: «should I continue».
        if (context.Retriever is null || query.IsDefinition || (query.Entities.IsEmpty && query.Words.Length < 2))
            return Unknown(query, context);
        var hits = await context.Retriever.SearchAsync(new SearchRequest(query.Text, query.Entities, Searched), cancellationToken);
        var ranked = hits.Select(hit => (hit.Chunk, Score: Relevance.Of(hit, query))).OrderByDescending(pair => pair.Score).ToList();
        if (ranked.Count == 0 || ranked[0].Score < Relevance.Enough(query))
            return query.Entities is [var happening, ..] && (happening.Kind == EntityKind.Event || (query.Words.IsEmpty && query.Headings.IsEmpty && !query.AsksRelation)) ? DescribeKind.Describe(happening, context) : Unknown(query, context);
        var chosen = ranked.Where(pair => pair.Score >= Math.Max(Relevance.Enough(query), ranked[0].Score * 0.75)).Select(pair => pair.Chunk).Take(Shown).ToList();
        return new QueryResult
        {
            Statements = [.. chosen.Select(chunk => Statement.Of(chunk.Text, Line(chunk)))],
            FurtherEvidence = [.. ranked.Take(8).Select(pair => Line(pair.Chunk))],
            Named = [.. query.Entities, .. chosen.SelectMany(chunk => chunk.Mentioned)],
        };
    }

    // «why was X taken offline» is told by the event that took it offline.
    private static QueryResult? Withdrawal(Entity entity, EvaluationContext context)
    {
        var happening = context.Facts.To(entity, Predicates.About).Select(fact => fact.Subject)
            .FirstOrDefault(each => each.Kind == EntityKind.Event && each.Aliases.Prepend(each.Name).Any(name => Withdrawing.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))));
        return happening is null ? null : DescribeKind.Describe(happening, context);
    }

    private static EvidenceLine Line(Chunk chunk) => new(chunk.Text, chunk.Sources, []);

    private static QueryResult Unknown(OpenQuery query, EvaluationContext context)
    {
        if (query.Entities.IsEmpty)
        {
            var name = query.UnknownNames.FirstOrDefault();
            return new QueryResult
            {
                Statements = [Statement.Of(name is null ? "I don't know: nothing in the notes bears on that." : $"I don't know: the notes have nothing by the name of «{name}».")],
                Abstained = name is null ? AbstentionReason.WeakEvidence : AbstentionReason.UnknownName,
            };
        }

        return Abstain.NotRecorded($"that about {query.Entities[0].Name}", Abstain.Nearest(query.Entities[0], context), [.. query.Entities]);
    }
}
