namespace ChatLineage.Knowledge.Tests.Fuzzing;

/// <summary>A run of seconds; <c>benchmarks/</c> has the one of a million inputs.</summary>
public sealed class ReaderFuzzTests
{
    private const int Inputs = 3_000;

    [Theory]
    [InlineData("models/x.md", 1)]
    [InlineData("sources/p.yaml", 2)]
    [InlineData("assessments/t.yaml", 3)]
    public void Broken_files_are_findings_never_exceptions(string path, int seed)
    {
        var mutator = new TextMutator(seed, path.EndsWith(".md", StringComparison.Ordinal) ? ReaderFuzz.Notes : ReaderFuzz.Sources);
        for (var i = 0; i < Inputs; i++)
        {
            var text = mutator.Next();
            if (ReaderFuzz.Try(path, text) is { } problem)
                Assert.Fail($"input {i} of seed {seed}: {problem}\n--- input ---\n{text}");
        }
    }

    [Fact]
    public void Unbroken_files_pass()
    {
        Assert.All(ReaderFuzz.Notes, text => Assert.Empty(KnowledgeFile.Parse("models/x.md", text).Findings));
        Assert.Empty(KnowledgeFile.Parse("sources/p.yaml", ReaderFuzz.Sources[0]).Findings);
        Assert.Empty(KnowledgeFile.Parse("assessments/t.yaml", ReaderFuzz.Sources[1]).Findings);
    }
}
