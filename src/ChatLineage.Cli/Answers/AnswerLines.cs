using System.Collections.Immutable;
using System.Globalization;
using ChatLineage.Answering;
using ChatLineage.Chat.Rendering;

namespace ChatLineage.Cli.Answers;

/// <summary>Lines about an answer for people to read.</summary>
internal static class AnswerLines
{
    /// <summary>The sources, one a line.</summary>
    public static ImmutableArray<string> Sources(Answer answer) => answer.Citations.IsEmpty
        ? ["The answer cites no source."]
        : [.. answer.Citations.Select(citation => string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}] {SourceText.Line(citation.Source)}"))];

    /// <summary>How the answer came about: what was understood, the evidence, and who worded it.</summary>
    public static ImmutableArray<string> Explanation(Answer answer)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add($"Question: {answer.Question}");
        lines.AddRange(answer.Queries.Select(query => $"Query: {query}"));
        if (answer.Abstained is { } reason)
            lines.Add($"Not answered: {Words(reason)}");
        lines.AddRange(Evidence(answer));
        foreach (var check in answer.Working?.Checks ?? [])
        {
            if (check.Withheld is { } why)
                lines.Add($"Withheld: {check.Text} ({why})");
        }

        lines.AddRange(answer.Explanation);
        lines.Add(Wording(answer));
        if (answer.Timings is { } timings)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Time: understanding {Ms(timings.Understanding)}, evidence {Ms(timings.Evidence)}, draft {Ms(timings.Draft)}, total {Ms(timings.Total)}"));
        return lines.DrainToImmutable();
    }

    /// <summary>The reason for an abstention in words.</summary>
    public static string Words(AbstentionReason reason) => reason switch
    {
        AbstentionReason.NotRecorded => "the notes are silent on it",
        AbstentionReason.UnknownName => "the notes know nothing by that name",
        AbstentionReason.OffTopic => "it is not about open-source AI",
        AbstentionReason.Ambiguous => "it can mean several things",
        AbstentionReason.WeakEvidence => "the evidence is too weak",
        _ => "it asks to act against the rules",
    };

    private static IEnumerable<string> Evidence(Answer answer)
    {
        if (answer.Working is not { } working)
            return answer.Evidence.Select((text, at) => string.Create(CultureInfo.InvariantCulture, $"Evidence {at + 1}: {text}"));
        return working.Lines.Select((line, at) => string.Create(
            CultureInfo.InvariantCulture,
            $"Evidence {at + 1}: {line.Text} ({string.Join("; ", line.Sources.Select(source => source.Title))})"));
    }

    private static string Wording(Answer answer) => answer.Engine == Engine.Model
        ? $"Worded by: {answer.Model ?? "the model"}, prompt {answer.PromptHash?[..Math.Min(12, answer.PromptHash.Length)]}"
        : "Worded by: the composer" + (answer.Model is { } model ? $" (the draft of {model} was not used)" : "");

    private static string Ms(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");
}
