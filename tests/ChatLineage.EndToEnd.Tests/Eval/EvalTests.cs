using System.Text.Json;

namespace ChatLineage.EndToEnd.Tests.Eval;

public sealed class EvalTests : IDisposable
{
    private const string Right = """{"id": "right", "turns": ["Who wrote the Google memo?"], "kind": "who", "answer_must_include": [["sernau"]], "supporting_entities": ["luke-sernau"]}""";
    private const string Wrong = """{"id": "wrong", "turns": ["Who wrote the Google memo?"], "kind": "who", "answer_must_include": [["shakespeare"]]}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Eval_text_tells_totals_and_failures()
    {
        var run = await EvalAsync($"{Right}\n{Wrong}\n");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("right       1 of 2 (50.0%)", run.Output, StringComparison.Ordinal);
        Assert.Contains("WRONG wrong", run.Output, StringComparison.Ordinal);
        Assert.Contains("missing   shakespeare", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eval_json_is_valid_and_holds_every_question()
    {
        var run = await EvalAsync($"{Right}\n{Wrong}\n", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(["right", "wrong"], json.RootElement.GetProperty("questions").EnumerateArray().Select(question => question.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("50", 0)]
    [InlineData("50.1", 1)]
    public async Task Eval_floor_decides_the_exit_code(string floor, int exitCode)
    {
        var run = await EvalAsync($"{Right}\n{Wrong}\n", "--floor", floor);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(exitCode == 0, run.Errors.Length == 0);
    }

    [Fact]
    public async Task Eval_against_a_saved_baseline_fails_when_a_question_became_wrong()
    {
        var baseline = Path.Combine(_folder.Path, "baseline.json");
        var before = await EvalAsync($"{Right}\n", "--save-baseline", baseline);
        var same = await EvalAsync($"{Right}\n", "--baseline", baseline);
        var worse = await EvalAsync(Wrong.Replace("\"wrong\"", "\"right\"", StringComparison.Ordinal), "--baseline", baseline);

        Assert.Equal((0, 0, 1), (before.ExitCode, same.ExitCode, worse.ExitCode));
        Assert.Contains("'right'", worse.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eval_dump_has_a_line_a_question_with_its_evidence()
    {
        var dump = Path.Combine(_folder.Path, "dump.jsonl");

        await EvalAsync($"{Right}\n{Wrong}\n", "--dump", dump);

        var lines = await File.ReadAllLinesAsync(dump);
        Assert.Equal(2, lines.Length);
        using var json = JsonDocument.Parse(lines[0]);
        Assert.NotEmpty(json.RootElement.GetProperty("evidence").EnumerateArray());
    }

    [Fact]
    public async Task Eval_wrong_question_file_exits_with_one_and_names_the_line()
    {
        var run = await EvalAsync($"{Right}\nnot json\n");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("questions.jsonl:2", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--floor", "101")]
    [InlineData("--floor", "high")]
    [InlineData("--format", "xml")]
    public async Task Eval_impossible_option_is_misuse(string option, string value)
    {
        var run = await EvalAsync(Right, option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(value, run.Errors, StringComparison.Ordinal);
    }

    private Task<ProgramRun> EvalAsync(string questions, params string[] options) =>
        BuiltProgram.RunAsync(["eval", _folder.Write("questions.jsonl", questions), "--no-model", .. options]);
}
