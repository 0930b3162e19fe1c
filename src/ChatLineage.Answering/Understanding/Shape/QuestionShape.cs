using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Understanding.Shape;

/// <summary>A question taken apart: its entities, the phrases that ask for something, dates, and the words that remain.</summary>
internal sealed record QuestionShape
{
    /// <summary>The question, self-contained.</summary>
    public required string Text { get; init; }

    /// <summary>Words and entities in order.</summary>
    public required ImmutableArray<Term> Terms { get; init; }

    /// <summary>The entities named, in order.</summary>
    public required ImmutableArray<Mention> Mentions { get; init; }

    /// <summary>The phrases that ask for something, in order.</summary>
    public required ImmutableArray<CueHit> Cues { get; init; }

    /// <summary>The dates named, in order.</summary>
    public required ImmutableArray<PartialDate> Dates { get; init; }

    /// <summary>The kinds of things asked for («which models», «what datasets»), in order.</summary>
    public required ImmutableArray<EntityKind> Kinds { get; init; }

    /// <summary>Words that are neither grammar nor part of a name, a phrase or a date.</summary>
    public required ImmutableArray<string> Residue { get; init; }

    /// <summary>Words written like names (capitals, or letters with digits) that the notes do not know.</summary>
    public required ImmutableArray<string> UnknownNames { get; init; }

    /// <summary>True when the question is about a thing with a number that the notes do not know: «kwyjibo-13b», named before anything
    /// known.</summary>
    public required bool StartsUnknown { get; init; }

    /// <summary>True for a question that wants yes or no.</summary>
    public required bool IsYesNo { get; init; }

    /// <summary>What is counted or measured («how many GPUs», «batch size»), where it is no kind of thing and no known measure; null
    /// otherwise.</summary>
    public required string? Measured { get; init; }

    /// <summary>The sort of thing asked for («what optimizer», «which trick»), where it is no kind that the notes know; null
    /// otherwise.</summary>
    public required string? AskedSort { get; init; }

    /// <summary>True when the question says that there is nothing else: «only», «nothing but».</summary>
    public bool IsExclusive => AsksForWhole || HasWord("only", "solely", "exclusively", "nothing", "alone");

    /// <summary>True when the question asks whether that is all: «is that the whole story».</summary>
    public bool AsksForWhole { get; init; }

    /// <summary>True when the question denies something: «not», «no longer».</summary>
    public required bool IsNegated { get; init; }

    /// <summary>The entities named, each once, in order.</summary>
    public ImmutableArray<Entity> Entities => [.. Mentions.Select(mention => mention.Entity).Distinct()];

    /// <summary>True when some phrase asks for the topic.</summary>
    public bool Has(Topic topic) => Cues.Any(hit => hit.Cue.Topic == topic);

    /// <summary>True when the question asks for a reason: «why», «how come», «what for».</summary>
    public bool AsksWhy => !(Terms.Length > 3 && Terms[^1].Word == "why" && Terms[^2].Word is "and" or "n")
        && Cues.Any(hit => hit.Cue.Topic == Topic.Reason && !hit.Words.StartsWith("how d", StringComparison.Ordinal)
        && (!hit.Words.StartsWith("how ", StringComparison.Ordinal) || hit.Words.StartsWith("how come", StringComparison.Ordinal)));

    /// <summary>True when one of the words stands in the question.</summary>
    public bool HasWord(params ReadOnlySpan<string> words)
    {
        foreach (var term in Terms)
        {
            if (term.Word is { } word && words.Contains(word))
                return true;
        }

        return false;
    }

    /// <summary>The same question about another thing of the same name.</summary>
    public QuestionShape With(Mention mention, Entity other)
    {
        var exchanged = mention with { Entity = other, Others = [mention.Entity] };
        return this with
        {
            Mentions = Mentions.Replace(mention, exchanged),
            Terms = [.. Terms.Select(term => ReferenceEquals(term.Mention, mention) ? new Term(null, exchanged) : term)],
        };
    }

    /// <summary>The index of the term that names a mention.</summary>
    public int IndexOf(Mention mention)
    {
        for (var i = 0; i < Terms.Length; i++)
        {
            if (ReferenceEquals(Terms[i].Mention, mention))
                return i;
        }

        return -1;
    }
}
