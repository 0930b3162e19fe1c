using System.Text.Json;
using ChatLineage.Answering;
using ChatLineage.Cli.Answers.Json;
using ChatLineage.Testing.Answers;

namespace ChatLineage.Cli.Tests.Answers;

public sealed class AnswerJsonTests
{
    [Fact]
    public void Write_answer_has_the_documented_form()
    {
        var json = AnswerJson.Write(AnswerBuilder.StableLM with { Queries = ["Attribute(StableLM, date)"] }, explain: false);

        Assert.Equal(
            """
            {
              "version": 1,
              "question": "?",
              "text": "StableLM came out on 19 April 2023 [1]. One article says 19 March [2].",
              "abstained": false,
              "reason": null,
              "sentences": [
                {
                  "text": "StableLM came out on 19 April 2023.",
                  "citations": [
                    1
                  ]
                },
                {
                  "text": "One article says 19 March.",
                  "citations": [
                    2
                  ]
                }
              ],
              "citations": [
                {
                  "number": 1,
                  "id": "stablelm-repo",
                  "title": "StableLM repository",
                  "publisher": "Stability AI",
                  "url": "https://example.org/stablelm",
                  "published": "2023-04-19",
                  "kind": "repository"
                },
                {
                  "number": 2,
                  "id": "article",
                  "title": "The open-source AI boom",
                  "publisher": "A Magazine",
                  "url": "urn:article:boom",
                  "published": "2023-05",
                  "kind": "repository"
                }
              ],
              "conflicts": [],
              "entities": [],
              "named": [],
              "queries": [
                "Attribute(StableLM, date)"
              ],
              "evidence": [],
              "engine": "composer",
              "model": null,
              "promptHash": null,
              "timings": null
            }
            """,
            json.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Write_abstention_says_why()
    {
        var answer = new AnswerBuilder().Say("That's outside what I know.").Abstain(AbstentionReason.OffTopic).Build();

        using var json = JsonDocument.Parse(AnswerJson.Write(answer, explain: false));

        Assert.True(json.RootElement.GetProperty("abstained").GetBoolean());
        Assert.Equal("offTopic", json.RootElement.GetProperty("reason").GetString());
        Assert.Equal("That's outside what I know.", json.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public void Write_with_explanation_lists_it()
    {
        using var json = JsonDocument.Parse(AnswerJson.Write(AnswerBuilder.StableLM with { Explanation = ["parsed by structure"] }, explain: true));

        Assert.Contains("parsed by structure", json.RootElement.GetProperty("explanation").EnumerateArray().Select(line => line.GetString()));
    }
}
