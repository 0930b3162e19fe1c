using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Understanding.Shape;

namespace ChatLineage.Answering.Queries.Talk;

/// <summary>Short, friendly replies to what is no question about lineage.</summary>
internal sealed class TalkKind : QueryKind<TalkQuery>
{
    private static readonly string[] Greetings = ["hi", "hello", "hey", "yo", "hiya", "greetings", "morning", "moin"];
    private static readonly string[] Thanking = ["thanks", "thank", "thx", "ty", "cheers", "bye", "goodbye", "great", "nice", "cool"];

    private static readonly string[] Judging = ["better", "worse", "stronger", "weaker", "smarter", "dumber", "faster", "slower", "superior"];

    private static readonly string[] Works = ["poem", "rap", "song", "joke", "haiku", "limerick", "essay", "story", "sonnet", "lyrics",
        "script", "code"];

    // Words by which a question shows that it is about this field even where it names nothing.
    private static readonly string[] Field =
    [
        "model", "models", "llm", "llms", "dataset", "datasets", "licence", "licences", "weights", "lineage", "finetune", "finetuned",
            "trained", "open", "ai",
        "rlhf", "dpo", "sft", "lora", "moe", "gguf", "gptq", "quantised", "quantisation", "distillation", "pretraining", "inference",
            "tokenizer", "benchmark", "embedding", "attention", "chatbot", "chatbots", "checkpoint", "corpus", "corpora", "transformer",
            "quantized", "parameters", "source", "tool", "tools", "notes",
    ];

    public override Reading? Read(QuestionShape shape, EvaluationContext context)
    {
        var words = shape.Terms.Select(term => term.Word).OfType<string>().ToList();
        if (words.Count > 0 && (words[0] == "will" || (words.Count > 1 && words[1] == "will"
            && (words[0] is "when" or "who" or "what" or "which"))))
            return new Reading(new TalkQuery(TalkTopic.Forecast), 0.97, "asks about the future", Final: true);
        if (shape.Terms.IsEmpty)
            return new Reading(new TalkQuery(TalkTopic.About), 0.99, "says nothing");
        if (words.Exists(Works.Contains) && words.Exists(word =>
            word is "write" or "make" or "compose" or "sing" or "tell" or "give" or "draw" or "generate"))
            return new Reading(new TalkQuery(TalkTopic.OffTopic), 0.95, "asks for a piece of writing");
        if (words.Count > 1 && words[0] is "are" or "r" && words[1] is "you" or "u" or "ya")
            return new Reading(new TalkQuery(TalkTopic.About), 0.96, "asks about the bot", Final: true);
        if (shape.Entities.Length > 1 && words.Exists(Judging.Contains) && !shape.Cues.Any(hit => hit.Cue.Topic
            is Topic.Licence or Topic.Commercial or Topic.Size or Topic.Larger or Topic.Date or Topic.Conflict or Topic.Relation))
            return new Reading(new TalkQuery(TalkTopic.Opinion), 0.9, "asks which is better", Final: true);
        if (!shape.Mentions.IsEmpty)
            return null;
        if (words.Exists(word => word is "best" or "favourite" or "favorite" or "coolest" or "recommend" or "smartest")
            && words.Exists(Field.Contains) && shape.Dates.IsEmpty)
            return new Reading(new TalkQuery(TalkTopic.Opinion), 0.9, "asks for an opinion", Final: true);
        if (words.Exists(word => word is "you" or "your" or "u" or "ur")
            && words.Exists(word => word is "trust" or "sources" or "info" or "information" or "knowledge" or "answers" or "reliable"
            or "accurate"))
            return new Reading(new TalkQuery(TalkTopic.About), 0.9, "asks about the bot");
        if (words.Count > 0 && words.Count <= 4 && (Greetings.Contains(words[0]) || words is ["good", var time] && Greetings.Contains(time)))
            return new Reading(new TalkQuery(TalkTopic.Greeting), 0.95, "a greeting");
        if (words.Count > 0 && words.Count <= 6 && words.Exists(Thanking.Contains))
            return new Reading(new TalkQuery(TalkTopic.Thanks), 0.9, "thanks");
        if (words.Contains("you") && (words.Contains("who") || words.Contains("what"))
            && !words.Exists(word => word is "know" or "have" or "think"))
            return new Reading(new TalkQuery(TalkTopic.About), 0.9, "asks about the bot");
        return words.Exists(Field.Contains) || !shape.UnknownNames.IsEmpty && !shape.Cues.IsEmpty || !shape.Dates.IsEmpty
            && shape.Has(Topic.Timeline)
            ? null
            : new Reading(new TalkQuery(TalkTopic.OffTopic), 0.6, "names nothing that the notes are about");
    }

    protected override QueryResult Evaluate(TalkQuery query, EvaluationContext context) => new()
    {
        Statements = [Statement.Of(Reply(query.Kind))],
        Abstained = query.Kind switch
        {
            TalkTopic.OffTopic => AbstentionReason.OffTopic,
            TalkTopic.Forecast or TalkTopic.Opinion => AbstentionReason.NotRecorded,
            TalkTopic.Instruction => AbstentionReason.Instruction,
            _ => null,
        },
    };

    private static string Reply(TalkTopic topic) => topic switch
    {
        TalkTopic.Greeting => "Hello. Ask me what a model, a dataset or a tool was built on, trained on or released under, and I'll answer with sources.",
        TalkTopic.Thanks => "You're welcome.",
        TalkTopic.About => "I answer questions about open-source AI lineage: which model, dataset or tool was built on, trained on or released by which other, under which licence and when. I only say what my notes support, and I cite it.",
        TalkTopic.Opinion => "I don't know: my notes record who built what on what, not which is best. Ask me to compare two by size, date or licence.",
        TalkTopic.Forecast => "I don't know: my notes record what happened, not what will happen.",
        TalkTopic.Instruction => "I can't do that. I only answer questions about open-source AI lineage from my notes; ask me one.",
        _ => "That's outside what I know. I answer questions about open-source AI: models, datasets, tools, who built what on what.",
    };
}
