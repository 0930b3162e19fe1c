using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Describe;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Queries.Happenings;
using ChatLineage.Answering.Search;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Open;

/// <summary>Open questions: the passages that bear on them, if any bear enough.</summary>
internal sealed class OpenKind : IQueryKind
{
    private const int Searched = 48;
    private const int Shown = 3;

    private static readonly string[] Making = ["make", "made", "making", "create", "created", "build", "built", "develop", "developed", "release",
        "released", "publish", "published", "train", "trained", "start", "started", "bother", "bothered", "need", "needed", "exist", "invent",
        "invented", "another", "new", "version", "even"];

    public Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        var words = shape.Residue.Concat(shape.Cues.Where(IsContent).SelectMany(hit => hit.Words.Split(' ')))
            .Where(word => word.Length > 2 && !EverydayWords.AreGrammar(word))
            .Concat(shape.Terms.Select(term => term.Word).OfType<string>()
                .Where(word => word.Length > 1 && char.IsAsciiDigit(word[0]) && shape.Dates.IsEmpty)).Distinct().ToImmutableArray();
        ImmutableArray<string?> headings = shape.Has(Topic.Origin) ? ["What it came from"] : shape.Has(Topic.Significance)
            ? ["Why it mattered", "What came of it"] : [];
        // «was X removed, when and why» wants to be told what happened.
        var happening = shape.IsYesNo && !shape.Has(Topic.Reason) ? null : context.Happenings.Find(shape);
        var query = new OpenQuery(shape.Text, shape.Entities, words)
        {
            UnknownNames = shape.UnknownNames,
            Headings = headings,
            Happening = happening,
            AsksWhy = (shape.AsksWhy || (happening is not null && shape.HasWord("why"))) && headings.IsEmpty,
            AsksPurpose = shape.AsksWhy && headings.IsEmpty && words.All(Making.Contains) && shape.HasWord(Making)
                && shape.Entities.Count(entity => entity.Kind.IsArtefact()) == 1,
            IsYesNo = shape.IsYesNo,
            AsksWhere = shape.Terms is [{ Word: "where" or "wheres" }, ..] && !shape.HasWord("from", "come", "comes", "came"),
            AsksHow = shape.Has(Topic.Reason) && !shape.AsksWhy && !shape.HasWord("why"),
            AsksRelation = shape.Has(Topic.Relation) || shape.Has(Topic.Count),
            IsDefinition = shape.Entities.IsEmpty && shape.Has(Topic.Definition) && shape.Residue.Length == 1,
        };
        if (shape.StartsUnknown)
            return new Reading(query with { Entities = [], IsDefinition = true }, 0.96, "names something that the notes do not know",
                Final: true);
        return new Reading(query, Confidence(query, shape), happening is not null ? $"speaks of {happening.Id}"
            : shape.Has(Topic.Reason) || !headings.IsEmpty ? "asks why or how" : "no other kind fits");
    }

    public bool Evaluates(Query query) => query is OpenQuery;

    public ValueTask<QueryResult> EvaluateAsync(Query query, EvaluationContext context, CancellationToken cancellationToken) =>
        SearchAsync((OpenQuery)query, context, cancellationToken);

    private static double Confidence(OpenQuery query, QuestionShape shape)
    {
        if (query.Happening is not null && HappeningIndex.IsAskedFor(shape))
            return 0.86;
        if (query.Happening is not null && shape.Cues.All(hit => (hit.Cue.Topic is Topic.Date && shape.Has(Topic.Reason)) ||
            hit.Cue.Topic is Topic.Definition or Topic.Reason or Topic.Timeline or Topic.Impact or Topic.Conflict or Topic.Significance))
            return 0.84;
        // What depends on something is told by the graph where no passage gives a reason.
        if (query.AsksWhy && !query.Entities.IsEmpty && shape.Has(Topic.Impact))
            return 0.765;
        if (!query.Entities.IsEmpty && (!query.Headings.IsEmpty || (query.AsksWhy && !query.Words.IsEmpty)))
            return 0.83;
        return !query.Entities.IsEmpty && shape.Has(Topic.Reason) ? 0.78 : 0.42 + (0.06 * Math.Min(shape.Residue.Length, 3));
    }

    private static bool IsContent(CueHit hit) =>
        hit.Cue.Topic is not (Topic.Definition or Topic.Reason or Topic.List or Topic.Conflict or Topic.Origin or Topic.Significance);

    private static async ValueTask<QueryResult> SearchAsync(OpenQuery query, EvaluationContext context, CancellationToken cancellationToken)
    {
        if (!query.Headings.IsEmpty && query.Entities is [var subject, ..] && ProseLines.Under(subject, context, query.Headings).Take(Shown)
            .ToList() is { Count: > 0 } told)
            return new QueryResult { Statements = [.. told.Select(line => Statement.Of(line.Text, line))], Named = query.Entities };
        if (WhyMade(query, context) is { } purpose)
            return purpose;
        if (query is { Happening: { } spokenOf, IsLastResort: false, AsksHow: false })
            return Happened(spokenOf, query, context);
        // One common word finds something anywhere: «should I continue».
        if (context.Retriever is null || query.IsDefinition || (query.Entities.IsEmpty && query.Words.Length < 2))
            return Unknown(query, context);
        var hits = await context.Retriever.SearchAsync(new SearchRequest(query.Text, query.Entities, Searched), cancellationToken);
        var ranked = hits.Select(hit => (hit.Chunk, Score: Relevance.Of(hit, query))).OrderByDescending(pair => pair.Score).ToList();
        if (ranked.Count == 0 || ranked[0].Score < Relevance.Enough(query))
            return (query.Happening ?? (query.Entities.FirstOrDefault() is { Kind: EntityKind.Event } named ? named
                : null)) is { } happening && !query.IsLastResort && TellsAll(query, happening, context)
                ? Happened(happening, query, context) : Way(query, context) is { } way ? way : IsBare(query) ? DescribeKind.Describe(query.Entities[0], context)
                : Unknown(query, context);
        // A statement that an event is about somebody tells less than the event.
        if (query.Entities.IsEmpty && ranked[0].Chunk is { Kind: ChunkKind.Statement, Subject: { Kind: EntityKind.Event } spoken })
            return DescribeKind.Describe(spoken, context);
        // How something was made is told under its origin; what it is answers no how.
        if (query.AsksHow && ranked[0].Chunk is { Kind: ChunkKind.Prose, Heading: null, Subject: { } made }
            && ProseLines.Under(made, context, "What it came from").Take(Shown).ToList() is { Count: > 0 } origin)
            return new QueryResult { Statements = [.. origin.Select(line => Statement.Of(line.Text, line))], Named = query.Entities };
        // A passage says neither yes nor no: it is told as what is known.
        if (query.IsYesNo && !query.Entities.IsEmpty && (ranked[0].Score < Relevance.Certain || !Concerns(ranked[0].Chunk, query.Entities)))
            return Abstain.NotRecorded($"that about {query.Entities[0].Name}", Line(ranked[0].Chunk), [.. query.Entities]);
        var chosen = ranked.Where(pair => pair.Score >= Math.Max(Relevance.Enough(query), ranked[0].Score * 0.75))
            .Select(pair => pair.Chunk).Take(Shown).ToList();
        return new QueryResult
        {
            Statements = [.. chosen.Select(chunk => Statement.Of(chunk.Text, Line(chunk)))],
            FurtherEvidence = [.. ranked.Take(8).Select(pair => Line(pair.Chunk))],
            Named = [.. query.Entities, .. chosen.SelectMany(chunk => chunk.Mentioned)],
        };
    }

    // «why did they bother to make X»: no word but that it was made, so what its note gives as the purpose answers.
    private static QueryResult? WhyMade(OpenQuery query, EvaluationContext context)
    {
        if (!query.AsksPurpose || query.Entities.FirstOrDefault(entity => entity.Kind.IsArtefact()) is not { } made)
            return null;
        var purposes = ProseLines.All(made, context).Where(line => Reasons.OfMaking(line.Text)).Take(2)
            .Select(line => Statement.Of(line.Text, line)).ToImmutableArray();
        return purposes.IsEmpty ? Unknown(query, context) : new QueryResult { Statements = purposes, Named = [made, .. query.Entities] };
    }

    // «how is X smaller than Y»: what the note of one says about where it came from, where that speaks of the other.
    private static QueryResult? Way(OpenQuery query, EvaluationContext context)
    {
        if (!query.AsksHow || query.Entities is not [var one, var other] || query.IsLastResort)
            return null;
        var lines = ProseLines.Under(one, context, "What it came from").Where(line => line.Text.Contains(other.Name, StringComparison.Ordinal)
            && line.Text.StartsWith(one.Name, StringComparison.Ordinal)).Take(2)
            .Select(line => Statement.Of(line.Text, line)).ToImmutableArray();
        return lines.IsEmpty ? null : new QueryResult { Statements = lines, Named = query.Entities };
    }

    // What an event was answers what happened, and no question for its licence or its lawyers.
    private static bool TellsAll(OpenQuery query, Entity happening, EvaluationContext context) =>
        query.AsksWhy || query.AsksHow || (!query.IsYesNo
            && (query.Words.All(word => Stem.Holds(happening.Name, word)) || !Told(happening, query, context).IsEmpty));

    private static bool Concerns(Chunk chunk, ImmutableArray<Entity> entities) =>
        entities.All(entity => chunk.Subject == entity || chunk.Mentioned.Contains(entity));

    // A question that asks nothing but what is there to tell.
    private static bool IsBare(OpenQuery query) => query is
    {
        Entities.IsEmpty: false, Words.IsEmpty: true, Headings.IsEmpty: true,
        AsksRelation: false, AsksWhy: false, AsksWhere: false, IsLastResort: false
    };

    // «why was X taken offline» is told by the event that took it offline; its reasons come first.
    private static QueryResult Happened(Entity happening, OpenQuery query, EvaluationContext context)
    {
        var described = DescribeKind.Describe(happening, context);
        if (!query.AsksWhy)
            return Told(happening, query, context) is { IsEmpty: false } told ? described with { Statements = told } : described;
        var reasons = ProseLines.All(happening, context).Where(line => Reasons.Gives(line.Text)).Take(2)
            .Select(line => Statement.Of(line.Text, line)).ToList();
        var details = context.Facts.From(happening, Knowledge.Claims.Predicates.About).Where(fact => fact.Best.Detail is not null)
            .Take(Shown).Select(HappeningWording.Part).ToList();
        // The event explains what else is asked about; why it happened itself takes a reason.
        if (reasons.Count == 0 && HappeningWords.AreNamedBy(happening, query.Words) && !TellsWho(happening, query, context) && !details.Exists(detail => Reasons.Gives(detail.Text)))
            return Abstain.NotRecorded("why that was", Dating.Of(happening, context) is { } dating
                ? dating.Line with { Text = $"{dating.Date.ToWords()}: {happening.Name}." } : described.Statements[0].Lines[0], [.. query.Entities]);
        return reasons.Count == 0 ? described with { Statements = [.. described.Statements.Take(1), .. details] }
            : described with
            {
                Statements = [.. reasons, .. described.Statements.Where(statement =>
            !reasons.Exists(each => each.Text == statement.Text)).Take(2)]
            };
    }

    // «how come X vanished»: that somebody removed it explains it, where the question does not know who.
    private static bool TellsWho(Entity happening, OpenQuery query, EvaluationContext context) =>
        context.Facts.From(happening, Knowledge.Claims.Predicates.About).Select(fact => fact.Object)
            .Any(party => party.Kind is EntityKind.Organisation or EntityKind.Person && !query.Entities.Contains(party)
                && happening.Name.StartsWith(party.Name, StringComparison.Ordinal));

    // What the event is about, where a detail bears on the question: «names LoRA as the cheap tuning method».
    private static ImmutableArray<Statement> Told(Entity happening, OpenQuery query, EvaluationContext context) =>
    [
        .. context.Facts.From(happening, Knowledge.Claims.Predicates.About)
            .Where(fact => fact.Best.Detail is { } detail && query.Words.Any(word => Stem.Holds(detail, word)
                && !Stem.Holds(happening.Name, word)))
            .Take(Shown).Select(HappeningWording.Whole),
    ];

    private static EvidenceLine Line(Chunk chunk) => new(chunk.Text, chunk.Sources, []);

    private static QueryResult Unknown(OpenQuery query, EvaluationContext context)
    {
        if (query.Entities.IsEmpty)
        {
            var name = query.UnknownNames.FirstOrDefault() ?? (query.IsDefinition ? query.Words.FirstOrDefault() : null);
            return new QueryResult
            {
                Statements = [Statement.Of(name is null ? "I don't know: nothing in the notes bears on that."
                    : $"I don't know: the notes have nothing by the name of «{name}».")],
                Abstained = name is null ? AbstentionReason.WeakEvidence : AbstentionReason.UnknownName,
            };
        }

        return Abstain.NotRecorded(query.AsksWhy ? "why that is so" : query.AsksWhere ? "where that was" : $"that about {query.Entities[0].Name}",
            Abstain.Nearest(query.Entities[0], context), [.. query.Entities]);
    }
}
