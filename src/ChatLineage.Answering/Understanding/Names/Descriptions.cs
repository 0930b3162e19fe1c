using System.Collections.Concurrent;
using System.Collections.Immutable;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Understanding.Names;

/// <summary>
/// Finds what a text describes by its maker instead of naming it: «Numina's AIMO winner», «the cleaned LAION rerelease». Of all that
/// the maker made, the one thing whose names or details hold the words beside the maker's name is meant.
/// </summary>
/// <remarks>Safe from any number of threads.</remarks>
internal sealed class Descriptions(KnowledgeBase knowledge)
{
    private const int MostWords = 4;
    private const int OfName = 2;

    private readonly ConcurrentDictionary<Entity, ImmutableArray<Work>> _works = new();

    /// <summary>The mentions, with a described thing in place of its maker's name and the words beside it.</summary>
    /// <param name="tokens">The tokens of the text.</param>
    /// <param name="mentions">What the text names.</param>
    public ImmutableArray<Mention> Resolve(ImmutableArray<Token> tokens, ImmutableArray<Mention> mentions)
    {
        foreach (var mention in mentions.Where(mention => mention.Entity.Kind == EntityKind.Organisation || mention.Entity.Kind.IsArtefact()))
        {
            if (Meant(tokens, mention, mentions) is { } meant)
                return [.. mentions.Where(other => other.First < meant.First || other.First >= meant.End).Append(meant)
                    .OrderBy(each => each.First)];
        }

        return mentions;
    }

    private Mention? Meant(ImmutableArray<Token> tokens, Mention mention, ImmutableArray<Mention> mentions)
    {
        var (first, end) = Around(tokens, mention, mentions);
        var beside = tokens[first..mention.First].Concat(tokens[mention.End..end]).Select(token => token.Text).ToList();
        var words = beside.Where(word => word.Length > 2 && !KindWords.Contains(word) && Lexicon.Match([word], 0) is null).ToList();
        var kind = beside.Select(KindWords.Of).FirstOrDefault(each => each is not null);
        // «Stability AI audio models» asks for all of them.
        if (beside.Exists(word => word[^1] == 's' && KindWords.Contains(word)))
            return null;
        // Another thing by the maker of what is named must at least be of another kind: «pixart captions dataset».
        if (words.Count == 0 || (mention.Entity.Kind.IsArtefact() && (kind is null || kind == mention.Entity.Kind)))
            return null;
        var best = Makers(mention.Entity).SelectMany(maker => Works(maker))
            .Where(work => work.Entity != mention.Entity && (kind is null || work.Entity.Kind == kind))
            .DistinctBy(work => work.Entity)
            .Select(work => (work.Entity, Held: work.Score(words)))
            .Where(pair => pair.Held.Score >= OfName && pair.Held.Words * 2 > words.Count)
            .OrderByDescending(pair => pair.Held.Score).ToList();
        return best.Count == 0 || (best.Count > 1 && best[1].Held.Score == best[0].Held.Score) ? null
            : new Mention(first, end - first, best[0].Entity, [], false, best[0].Entity.Name);
    }

    // The run of words that belong to no other name and to no grammar.
    private static (int First, int End) Around(ImmutableArray<Token> tokens, Mention mention, ImmutableArray<Mention> mentions)
    {
        bool Describes(int at) => !EverydayWords.AreGrammar(tokens[at].Text) && !tokens[at].IsNumber
            && !mentions.Any(other => other.Entity != mention.Entity && at >= other.First && at < other.End);
        var first = mention.First;
        while (first > 0 && mention.First - first < MostWords && !tokens[first].Breaks && Describes(first - 1))
            first--;
        var end = mention.End;
        while (end < tokens.Length && end - mention.End < MostWords && !tokens[end].Breaks && Describes(end))
            end++;
        return (first, end);
    }

    private IEnumerable<Entity> Makers(Entity entity) => entity.Kind == EntityKind.Organisation ? [entity]
        : knowledge.ClaimsFrom(entity).Where(IsMaking).Select(claim => claim.Object).Where(maker => maker.Kind == EntityKind.Organisation);

    private ImmutableArray<Work> Works(Entity maker) => _works.GetOrAdd(maker, _ =>
        [.. knowledge.ClaimsTo(maker).Where(IsMaking).Select(claim => claim.Subject).Where(entity => entity.Kind.IsArtefact()).Distinct()
            .Select(entity => Work.Of(entity, maker, knowledge))]);

    private static bool IsMaking(Claim claim) =>
        claim.Stands && (claim.Predicate == Predicates.ReleasedBy || claim.Predicate == Predicates.CreatedBy);

    private sealed record Work(Entity Entity, ImmutableHashSet<string> Names, string Details)
    {
        public static Work Of(Entity entity, Entity maker, KnowledgeBase knowledge)
        {
            var own = Tokenizer.Tokens(maker.Name).Select(token => token.Text).ToHashSet(StringComparer.Ordinal);
            return new Work(entity,
                [.. entity.Aliases.Prepend(entity.Name).SelectMany(name => Tokenizer.Tokens(name)).Where(token => !own.Contains(token.Text))
                    .Select(token => Stem.Of(token.Text))],
                string.Join(' ', knowledge.ClaimsFrom(entity).Where(claim => claim.Stands).Select(claim => claim.Detail)));
        }

        // A word of its name counts for two of its details.
        public (int Score, int Words) Score(List<string> words)
        {
            var named = words.Count(word => Names.Contains(Stem.Of(word)));
            var told = words.Count(word => !Names.Contains(Stem.Of(word)) && Stem.Holds(Details, word));
            return ((named * OfName) + told, named + told);
        }
    }
}
