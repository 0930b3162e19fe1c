using Xunit.Abstractions;

namespace ChatLineage.Answering.Tests.Grounding;

/// <summary>Holds the check to what it reaches on the labelled sentences: of those that it passes, how many are supported, and of those that are, how many it passes.</summary>
public sealed class LabelledSentencesTests(ITestOutputHelper output)
{
    [Fact]
    public void Judge_labelled_sentences_keeps_its_precision_and_recall()
    {
        var all = LabelledSentence.ReadAll();
        Assert.True(all.Count > 400, "the labelled sentences were not found");
        var (precision, recall) = Measure("all", all);
        Assert.InRange(precision, 0.97, 1);
        Assert.InRange(recall, 0.9, 1);
    }

    [Fact]
    public void Judge_sentences_that_it_was_not_tuned_on_keeps_its_precision_and_recall()
    {
        var heldOut = LabelledSentence.ReadAll().Where(sentence => sentence.IsHeldOut).ToList();
        Assert.True(heldOut.Count > 200, "the labelled sentences were not found");
        var (precision, recall) = Measure("held out", heldOut);
        Assert.InRange(precision, 0.97, 1);
        Assert.InRange(recall, 0.8, 1);
    }

    private (double Precision, double Recall) Measure(string name, IReadOnlyList<LabelledSentence> sentences)
    {
        var passed = sentences.Where(sentence => sentence.Verdict).ToList();
        var right = passed.Count(sentence => sentence.Supported);
        var precision = (double)right / passed.Count;
        var recall = (double)right / sentences.Count(sentence => sentence.Supported);
        output.WriteLine($"{name}: {sentences.Count} sentences, precision {precision:F3}, recall {recall:F3}");
        return (precision, recall);
    }
}
