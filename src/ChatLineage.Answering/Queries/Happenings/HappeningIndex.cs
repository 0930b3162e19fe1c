using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Happenings;

/// <summary>Finds the event that a question speaks of without its name: by whom it concerns, by words of its sort, by its date.</summary>
/// <remarks>Immutable once built; safe from any number of threads.</remarks>
internal sealed class HappeningIndex
{
    private static readonly string[] Asking = ["happened", "happen", "happens", "happening"];

    private readonly ImmutableArray<Happening> _happenings;

    public HappeningIndex(KnowledgeBase knowledge) =>
        _happenings = [.. knowledge.Entities.Where(entity => entity.Kind == EntityKind.Event)
            .Select(entity => Happening.Of(entity, knowledge))];

    /// <summary>True for «what happened to X», which asks for an event in so many words.</summary>
    public static bool IsAskedFor(QuestionShape shape) => shape.HasWord(Asking);

    /// <summary>The event that fits best; null when none fits well enough, or when the question names one.</summary>
    public Entity? Find(QuestionShape shape)
    {
        if (shape.Entities.IsEmpty || shape.Entities.Any(entity => entity.Kind == EntityKind.Event))
            return null;
        var parties = shape.Entities.Select(entity => (entity, Tokenizer.Key(entity.Name))).ToList();
        var near = _happenings.Where(happening => parties.Exists(party => happening.Concerns(party))).ToList();
        if (near.Count == 0)
            return null;
        var words = shape.Residue.Concat(shape.Cues.Where(hit => hit.Cue.Topic is not (Topic.Date or Topic.Definition or Topic.Reason
            or Topic.List or Topic.Count)).SelectMany(hit => hit.Words.Split(' ')))
            .Where(word => word.Length > 2 && !EverydayWords.AreGrammar(word) && !Asking.Contains(word)).Distinct()
            .Select(HappeningWords.SortOf).OfType<string>()
            .Concat(HappeningWords.SortsOfPhrases([.. shape.Terms.Select(term => term.Word)]))
            .Where(sort => sort.Length > 2).Distinct().ToList();
        return near.Select(happening => (happening.Event, Score: Score(happening, shape, parties.Count(happening.Concerns), words)))
            .Where(pair => pair.Score > 0)
            .OrderByDescending(pair => pair.Score)
            .FirstOrDefault().Event;
    }

    // Two signs are enough: a word of its sort with the right party is one question in one, a date or a second party make it sure.
    private static double Score(Happening happening, QuestionShape shape, int parties, List<string> sorts)
    {
        var told = sorts.Count(happening.Sorts.Contains);
        var dated = shape.Dates.Any(date => happening.Date is { } on && date.Year > 1 && date.Month is not null && date.Agrees(on));
        var signs = told + (dated ? 1 : 0) + (parties > 1 ? 1 : 0);
        var all = told > 0 && told == sorts.Count;
        // «X and Y, what happened» speaks of what both were part of.
        var between = parties > 1 && sorts.Count == 0 && (IsAskedFor(shape)
            || (shape.Has(Topic.Date) && shape.Cues.All(hit => hit.Cue.Topic == Topic.Date) && shape.Entities.All(happening.IsNamedAfter)));
        return between || ((told > 0 || dated) && (signs > 1 || all))
            ? signs + (told / (double)Math.Max(1, sorts.Count)) + (0.1 * happening.Share(sorts)) : 0;
    }

    private sealed record Happening(Entity Event, PartialDate? Date, ImmutableHashSet<string> Sorts, ImmutableHashSet<string> NameSorts,
        ImmutableHashSet<Entity> Parties, string Key)
    {
        public static Happening Of(Entity entity, KnowledgeBase knowledge)
        {
            var about = knowledge.ClaimsFrom(entity).Where(claim => claim.Stands
                && (claim.Predicate == Predicates.About || claim.Predicate == Predicates.CreatedBy)).ToList();
            var names = entity.Aliases.Prepend(entity.Name).ToList();
            return new Happening(
                entity, entity.Released, [.. names.Concat(about.Select(claim => claim.Detail).OfType<string>()).SelectMany(Words)],
                    [.. Words(entity.Name)],
                [.. about.Select(claim => claim.Object)], string.Join('|', names.Select(Tokenizer.Key)));
        }

        public bool Concerns((Entity Entity, string Key) party) => Parties.Contains(party.Entity)
            || (party.Key.Length > 3 && Key.Contains(party.Key, StringComparison.Ordinal));

        public bool IsNamedAfter(Entity party) => Tokenizer.Key(Event.Name).Contains(Tokenizer.Key(party.Name), StringComparison.Ordinal);

        public double Share(List<string> sorts) => sorts.Count(NameSorts.Contains) / (double)Math.Max(1, NameSorts.Count);

        private static IEnumerable<string> Words(string text) =>
            Tokenizer.Tokens(text).Where(token => token.Length > 2 && !EverydayWords.AreGrammar(token.Text))
                .Select(token => HappeningWords.SortOf(token.Text)).OfType<string>();
    }
}
