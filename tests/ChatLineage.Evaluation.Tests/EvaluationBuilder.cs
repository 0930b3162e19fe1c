using System.Collections.Immutable;
using ChatLineage.Answering;
using ChatLineage.Evaluation.Judging;
using ChatLineage.Evaluation.Measures;
using ChatLineage.Evaluation.Questions;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Evaluation.Tests;

/// <summary>Builds questions and results for tests.</summary>
internal static class EvaluationBuilder
{
    public static JudgedQuestion Question(string id = "q", string kind = "who") => new() { Id = id, Kind = kind, Turns = ["?"] };

    public static Answer Answer(string text = "Yes.") => new() { Question = "?", Sentences = [new Sentence(text, [])] };

    public static ImmutableArray<Entity> Entities(params IEnumerable<string> ids) =>
        [.. ids.Select(id => new Entity { Id = id, Name = id, Kind = EntityKind.Model })];

    public static QuestionResult Result(JudgedQuestion question, Answer answer, double milliseconds = 1) =>
        new(question, answer, Judge.Of(question, answer), Sentences.Of(answer), TimeSpan.FromMilliseconds(milliseconds));

    public static QuestionResult Right(string id) => Result(Question(id), Answer());

    public static QuestionResult Wrong(string id) => Result(Question(id) with { MustInclude = [["never said"]] }, Answer());
}
