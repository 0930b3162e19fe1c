using System.Text.Json;
using ChatLineage.Answering;
using ChatLineage.Evaluation.Reports;
using ChatLineage.Testing.Answers;

namespace ChatLineage.Evaluation.Tests.Reports;

public sealed class ReportTests
{
    private static readonly EvaluationReport Report = new(
    [
        EvaluationBuilder.Result(EvaluationBuilder.Question("good", "who"), AnswerBuilder.StableLM),
        EvaluationBuilder.Result(
            EvaluationBuilder.Question("bad", "list") with { MustInclude = [["never", "ever"]],
                MustNotInclude = ["yes"] }, EvaluationBuilder.Answer()),
    ]);

    [Fact]
    public void Text_lists_kinds_measures_and_what_is_wrong_with_failures()
    {
        using var output = new StringWriter { NewLine = "\n" };

        TextReport.Write(output, Report);

        var text = output.ToString();
        Assert.Contains("WRONG bad\n  question  ?\n  answer    Yes.\n  missing   never | ever\n  says      yes, and must not\n", text,
            StringComparison.Ordinal);
        Assert.Contains("list    0 of   1  1 wrong\n", text, StringComparison.Ordinal);
        Assert.Contains("right       1 of 2 (50.0%)\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("WRONG good", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_id_text_abstention_citations_and_timings_of_every_question()
    {
        using var json = JsonDocument.Parse(JsonReport.Write(Report, ["'x' was right"]));

        var question = json.RootElement.GetProperty("questions")[0];
        Assert.Equal("good", question.GetProperty("id").GetString());
        Assert.Equal(AnswerBuilder.StableLM.Text, question.GetProperty("text").GetString());
        Assert.False(question.GetProperty("abstained").GetBoolean());
        Assert.Equal("https://example.org/stablelm", question.GetProperty("citations")[0].GetProperty("url").GetString());
        Assert.Equal(1, question.GetProperty("timings").GetProperty("totalMs").GetDouble());
        Assert.Equal(2, json.RootElement.GetProperty("summary").GetProperty("questions").GetInt32());
        Assert.Equal("'x' was right", json.RootElement.GetProperty("regressions")[0].GetString());
    }

    [Fact]
    public void Dump_is_one_line_with_evidence_prompt_draft_and_verdicts()
    {
        var answer = AnswerBuilder.StableLM with
        {
            Working = new Working
            {
                Lines = [new("StableLM was released on 19 April 2023.", [AnswerBuilder.StableLM.Citations[0].Source], [])],
                Prompt = "the\nprompt",
                Draft = "the draft",
                Checks = [new SentenceCheck("A sentence.", Engine.Model, [1], "it is wrong")],
            },
        };

        var line = DumpFile.Line(EvaluationBuilder.Result(EvaluationBuilder.Question("q"), answer));

        Assert.DoesNotContain('\n', line);
        using var json = JsonDocument.Parse(line);
        Assert.Equal("stablelm-repo", json.RootElement.GetProperty("evidence")[0].GetProperty("sources")[0].GetString());
        Assert.Equal("the\nprompt", json.RootElement.GetProperty("prompt").GetString());
        Assert.Equal("the draft", json.RootElement.GetProperty("draft").GetString());
        Assert.Equal("it is wrong", json.RootElement.GetProperty("sentences")[0].GetProperty("withheldBecause").GetString());
    }
}
