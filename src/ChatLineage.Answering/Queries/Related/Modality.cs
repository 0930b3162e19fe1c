using System.Collections.Immutable;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Related;

/// <summary>Tells models that read text from those for pictures and sound, by what the notes say of them.</summary>
internal static class Modality
{
    private static readonly string[] Signs = ["image", "images", "vision", "visual", "picture", "pictures", "speech", "audio", "video", "videos", "music"];

    /// <summary>True when the question asks for a model of language: «which text model is X on», «the LLM inside X».</summary>
    public static bool AsksForText(QuestionShape shape)
    {
        for (var i = 0; i < shape.Terms.Length; i++)
        {
            if (shape.Terms[i].Word is "llm" or "lm" || (shape.Terms[i].Word is "model" or "backbone" && i > 0
                && shape.Terms[i - 1].Word is "text" or "language"))
                return true;
        }

        return false;
    }

    /// <summary>The facts that lead to models of language, where some do and some do not; all of them otherwise.</summary>
    public static ImmutableArray<Fact> TextOnly(ImmutableArray<Fact> facts, EvaluationContext context)
    {
        var text = facts.Where(fact => fact.Object.Kind == EntityKind.Model && !IsForSenses(fact.Object, context)).ToImmutableArray();
        return text.IsEmpty ? facts : text;
    }

    private static bool IsForSenses(Entity model, EvaluationContext context)
    {
        var opening = ProseLines.All(model, context).Take(1).Select(line => line.Text);
        var data = context.Facts.From(model, Predicates.TrainedOn).Select(fact => $"{fact.Object.Name} {fact.Best.Detail} {fact.Object.Size}");
        return opening.Concat(data).Append(model.Name).Any(text => Tokenizer.Tokens(text).Any(token => Signs.Contains(token.Text)));
    }
}
