using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Answering.Grounding;

namespace ChatLineage.Evaluation.Measures;

/// <summary>Measures whether the sentences of an answer cite what they rest on, and whether that supports them.</summary>
/// <remarks>
/// The program says for each sentence which lines of evidence it rests on (<see cref="SentenceCheck.Lines"/>). Citation precision asks
/// whether the sources cited are sources of those lines. Support is judged anew by the grounding check over those lines alone,
/// whoever worded the sentence.
/// </remarks>
public static class Sentences
{
    /// <summary>Measures every sentence of an answer.</summary>
    public static ImmutableArray<SentenceMeasure> Of(Answer answer)
    {
        var grounding = answer.Working is { } working ? new GroundingCheck(working.Lines, answer.Question) : null;
        return [.. answer.Sentences.Select(sentence => Measure(answer, sentence, grounding))];
    }

    private static SentenceMeasure Measure(Answer answer, Sentence sentence, GroundingCheck? grounding)
    {
        if (sentence.Citations.IsEmpty)
            return new SentenceMeasure(sentence.Text, Cited: false, CitesItsEvidence: true, Unsupported: null);
        var check = answer.Working?.Checks.FirstOrDefault(check => check.Withheld is null && check.Engine == answer.Engine
            && check.Text == sentence.Text);
        if (check is null || check.Lines.IsEmpty)
            return new SentenceMeasure(sentence.Text, Cited: true, CitesItsEvidence: false,
                Unsupported: "no line of evidence is named for it");
        var rests = check.Lines.SelectMany(line => answer.Working!.Lines[line - 1].Sources).ToHashSet();
        var cited = sentence.Citations.Select(number => answer.Citations.Single(citation => citation.Number == number).Source);
        var verdict = grounding!.Judge(sentence.Text + " " + string.Concat(check.Lines.Select(line => $"[{line}]")));
        return new SentenceMeasure(sentence.Text, Cited: true, cited.All(rests.Contains), verdict.Supported ? null : verdict.Reason);
    }
}
