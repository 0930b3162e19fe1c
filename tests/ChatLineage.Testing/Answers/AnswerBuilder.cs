using ChatLineage.Answering;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Testing.Answers;

/// <summary>Builds answers for tests.</summary>
public sealed class AnswerBuilder
{
    private readonly List<Sentence> _sentences = [];
    private readonly List<Citation> _citations = [];
    private AbstentionReason? _abstained;

    /// <summary>An answer about StableLM with two sentences and two sources.</summary>
    public static Answer StableLM { get; } = new AnswerBuilder()
        .Source("stablelm-repo", "StableLM repository", "Stability AI", "https://example.org/stablelm", new PartialDate(2023, 4, 19))
        .Source("article", "The open-source AI boom", "A Magazine", "urn:article:boom", new PartialDate(2023, 5))
        .Say("StableLM came out on 19 April 2023.", 1)
        .Say("One article says 19 March.", 2)
        .Build();

    /// <summary>Adds a sentence.</summary>
    public AnswerBuilder Say(string text, params int[] citations)
    {
        _sentences.Add(new Sentence(text, [.. citations]));
        return this;
    }

    /// <summary>Adds a source, numbered from 1.</summary>
    public AnswerBuilder Source(string id, string title, string publisher, string url, PartialDate? published = null)
    {
        _citations.Add(new Citation(_citations.Count + 1, new Source(id, title, publisher, url, published, SourceKind.Repository)));
        return this;
    }

    /// <summary>Makes it an abstention.</summary>
    public AnswerBuilder Abstain(AbstentionReason reason)
    {
        _abstained = reason;
        return this;
    }

    /// <summary>The answer.</summary>
    public Answer Build() => new()
    {
        Question = "?",
        Sentences = [.. _sentences],
        Citations = [.. _citations],
        Abstained = _abstained,
    };
}
