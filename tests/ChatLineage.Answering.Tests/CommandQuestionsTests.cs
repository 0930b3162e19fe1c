using System.Diagnostics;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lineage;

namespace ChatLineage.Answering.Tests;

/// <summary>The questions that the commands of the chat bots ask, over the notes that ship: whatever is named, the answer is one.</summary>
public sealed class CommandQuestionsTests
{
    private const int MostCharacters = 1500;
    private const int Every = 1;

    private static readonly KnowledgeBase Knowledge = ShippedNotes.Knowledge;
    private static readonly FactBook Facts = new(Knowledge);
    private static readonly Answerer Answerer = new(Knowledge, null, null, null, TimeProvider.System);
    private static readonly Predicate[] Substance =
        [.. Predicates.All.Where(predicate => predicate.Role is LineageRole.Derivation or LineageRole.Ingredient or LineageRole.Succession), Predicates.Reimplements];

    [Theory]
    [InlineData("What is {0} ultimately built on?")]
    [InlineData("What breaks if {0} closes?")]
    [InlineData("Which licence does {0} have, and can I use it commercially?")]
    [InlineData("What is the timeline of {0}?")]
    [InlineData("How are {0} and {1} related?")]
    [InlineData("Compare {0} and {1}.")]
    public async Task Answer_for_any_entity_is_cited_and_short_and_silent_only_where_the_notes_are(string question)
    {
        var failures = new List<string>();
        foreach (var entity in Knowledge.Entities.Where((_, at) => at % Every == 0))
        {
            var other = Other(entity);
            var text = question.Replace("{0}", Name(entity), StringComparison.Ordinal).Replace("{1}", Name(other), StringComparison.Ordinal);
            var answer = await Answerer.AnswerWholeAsync(new Question(text, []), CancellationToken.None);
            failures.AddRange(Faults(question, entity, other, answer).Select(fault => $"{text} {fault}: {string.Join(' ', answer.Sentences.Select(sentence => sentence.Text))} [{string.Join(", ", answer.Queries)}]"));
        }

        Assert.True(failures.Count == 0, $"{failures.Count}\n{string.Join('\n', failures.Take(90))}");
    }

    [Fact]
    public async Task Answer_takes_under_twenty_milliseconds_at_the_ninety_fifth_of_a_hundred()
    {
        var times = new List<double>();
        foreach (var entity in Knowledge.Entities.Where((_, at) => at % 29 == 0))
        {
            foreach (var text in new[] { $"What is {entity.Name} ultimately built on?", $"How are {entity.Name} and {Other(entity).Name} related?", $"What breaks if {entity.Name} closes?" })
            {
                var started = Stopwatch.GetTimestamp();
                await Answerer.AnswerWholeAsync(new Question(text, []), CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        Assert.InRange(times.Order().ElementAt(times.Count * 95 / 100), 0, 20);
    }

    private static IEnumerable<string> Faults(string question, Entity entity, Entity other, Answer answer)
    {
        var text = string.Join(' ', answer.Sentences.Select(sentence => sentence.Text));
        if (text.Length >= MostCharacters)
            yield return "is too long";
        if (!answer.Entities.Concat(answer.Named).Any(each => each == entity || ShippedNotes.Names.Find(Tokenizer.Key(entity.Name)).Any(name => name.Entity == each)))
            yield return "is about something else";
        if (answer.Abstained is not null && Knows(question, entity, other))
            yield return "abstains";
        if (answer.Abstained is null && answer.Sentences.Any(sentence => sentence.Citations.IsEmpty && !IsIgnorance(sentence.Text)))
            yield return "is not cited";
    }

    private static bool IsIgnorance(string text) => text == "(Not legal advice.)" || text.StartsWith("I don't know", StringComparison.Ordinal);

    // A name that is an everyday word is only sure to be taken for one between quotation marks.
    private static string Name(Entity entity) => EverydayWords.Contains(Tokenizer.Key(entity.Name)) ? $"\"{entity.Name}\"" : entity.Name;

    // What the graph holds that would answer the question.
    private static bool Knows(string question, Entity entity, Entity other)
    {
        if (question.Contains("ultimately", StringComparison.Ordinal))
            return entity.Kind.IsArtefact() && !Facts.From(entity, Substance).IsEmpty;
        if (question.Contains("breaks", StringComparison.Ordinal))
            return !Knowledge.Graph.Impact(entity).IsEmpty;
        if (question.Contains("licence", StringComparison.Ordinal))
            return entity.Kind.IsArtefact() && (LicenceInheritance.OwnLicences(Knowledge, entity).Length > 0 || LicenceInheritance.Inherited(Knowledge, entity).Length > 0);
        if (question.Contains("timeline", StringComparison.Ordinal))
            return entity.Released is not null;
        return entity != other;
    }

    // Something that the notes relate to the entity; the entity before it where they relate nothing.
    private static Entity Other(Entity entity) =>
        Knowledge.ClaimsFrom(entity).Select(claim => claim.Object).FirstOrDefault(each => each.Kind == entity.Kind)
        ?? Knowledge.ClaimsTo(entity).Select(claim => claim.Subject).FirstOrDefault(each => each.Kind == entity.Kind)
        ?? Knowledge.Entities.First(each => each != entity && each.Kind == entity.Kind);
}
