using ChatLineage.Evaluation.Questions;

namespace ChatLineage.Evaluation.Tests.Questions;

public sealed class QuestionFilesTests : IDisposable
{
    private const string Whole =
        """{"id": "q1", "turns": ["a", "b"], "kind": "who", "answer_must_include": [["x", "y"], ["z"]], "answer_must_not_include": ["w"], "supporting_entities": ["e"], "abstain": true}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_whole_line_reads_every_field()
    {
        var question = Assert.Single(QuestionFiles.Read(_folder.Write("a.jsonl", Whole, "")));

        Assert.Equal("q1", question.Id);
        Assert.Equal("who", question.Kind);
        Assert.Equal<string>(["a", "b"], question.Turns);
        Assert.Equal([["x", "y"], ["z"]], question.MustInclude.Select(group => group.ToArray()));
        Assert.Equal<string>(["w"], question.MustNotInclude);
        Assert.Equal<string>(["e"], question.SupportingEntities);
        Assert.True(question.Abstain);
    }

    [Fact]
    public void Read_folder_reads_its_files_in_order_and_no_others()
    {
        _folder.Write("b.jsonl", """{"id": "2", "turns": ["b"]}""");
        _folder.Write("a.jsonl", """{"id": "1", "turns": ["a"]}""");
        _folder.Write("notes.md", "no question");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "held-out"));
        File.WriteAllText(Path.Combine(_folder.Path, "held-out", "c.jsonl"), """{"id": "3", "turns": ["c"]}""");

        Assert.Equal(["1", "2"], QuestionFiles.Read(_folder.Path).Select(question => question.Id));
    }

    [Theory]
    [InlineData("not json", "a.jsonl:1")]
    [InlineData("""{"turns": ["a"]}""", "'id'")]
    [InlineData("""{"id": "1"}""", "'turns'")]
    [InlineData("""{"id": "1", "turns": []}""", "'turns'")]
    [InlineData("""{"id": "1", "turns": ["a"], "must_include": []}""", "must_include")]
    [InlineData("null", "null")]
    public void Read_wrong_line_names_place_and_field(string line, string named)
    {
        var file = _folder.Write("a.jsonl", line);

        var wrong = Assert.Throws<QuestionFileException>(() => QuestionFiles.Read(file));

        Assert.Contains("a.jsonl:1", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(named, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_same_id_twice_names_both_places()
    {
        _folder.Write("a.jsonl", """{"id": "1", "turns": ["a"]}""");
        _folder.Write("b.jsonl", """{"id": "2", "turns": ["a"]}""", """{"id": "1", "turns": ["b"]}""");

        var wrong = Assert.Throws<QuestionFileException>(() => QuestionFiles.Read(_folder.Path));

        Assert.Contains("b.jsonl:2", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("a.jsonl:1", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.jsonl")]
    [InlineData("")]
    public void Read_nothing_there_says_what_to_name(string name)
    {
        var path = Path.Combine(_folder.Path, name);

        var wrong = Assert.Throws<QuestionFileException>(() => QuestionFiles.Read(path));

        Assert.Contains(path, wrong.Message, StringComparison.Ordinal);
        Assert.Contains("tests/questions", wrong.Message, StringComparison.Ordinal);
    }
}
