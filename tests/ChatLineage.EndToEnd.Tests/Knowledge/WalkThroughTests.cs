using System.Text.RegularExpressions;

namespace ChatLineage.EndToEnd.Tests.Knowledge;

/// <summary>A newcomer follows «Adding a model, step by step» of <c>knowledge/README.md</c> to the letter, with the built program.</summary>
public sealed partial class WalkThroughTests : IDisposable
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(BuiltProgram.Knowledge, "README.md"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Newcomer_adds_a_model_mends_three_mistakes_and_sees_it_in_the_graph()
    {
        var notes = NotesFolder.Copy(BuiltProgram.Knowledge, Path.Combine(_folder.Path, "knowledge"));
        var blocks = Block().Matches(Readme).Select(match => Indent().Replace(match.Groups[1].Value, "")).ToList();
        Assert.Equal(3, blocks.Count);

        var made = await RunAsync("knowledge", "new", "model", "Pelican 7B");
        Assert.Equal(0, made.ExitCode);
        Assert.Contains(Path.Combine("models", "pelican-7b.md"), made.Output);
        Assert.Equal(0, (await RunAsync("knowledge", "check")).ExitCode);

        File.WriteAllText(Path.Combine(notes, "sources", "example-labs.yaml"), blocks[0]);
        File.WriteAllText(Path.Combine(notes, "organisations", "example-labs.md"), blocks[1]);
        File.WriteAllText(Path.Combine(notes, "models", "pelican-7b.md"), WithThreeMistakes(blocks[2]));
        var wrong = await RunAsync("knowledge", "check");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("error[CL007]: 'mistral-7' has no note\n  --> knowledge/models/pelican-7b.md:10:22\n", wrong.Output);
        Assert.Contains("= fix: did you mean 'mistral-7b'?", wrong.Output);
        Assert.Contains("error[CL003]: 'licenced_under' is neither a predicate nor a field of a claim\n  --> knowledge/models/pelican-7b.md:13:5\n", wrong.Output);
        Assert.Contains("= fix: did you mean 'licensed_under'?", wrong.Output);
        Assert.Contains("error[CL013]: no source is given for 'Pelican 7B is a fine-tune of Mistral 7B by Example Labs.'\n  --> knowledge/models/pelican-7b.md:20:1\n", wrong.Output);
        Assert.Contains("= fix: end the sentence with a footnote", wrong.Output);
        Assert.Contains("\n3 errors and 0 warnings", wrong.Output);

        File.WriteAllText(Path.Combine(notes, "models", "pelican-7b.md"), blocks[2]);
        var right = await RunAsync("knowledge", "check");
        Assert.Equal(0, right.ExitCode);
        Assert.EndsWith("nothing to report\n", right.Output);
        var graph = await RunAsync("knowledge", "graph", "pelican-7b");
        Assert.Contains(Line().Replace(graph.Output.TrimEnd(), "   $0"), Readme);
        Assert.Contains("─ Pelican 7B (2024-05-14)  fine-tune", (await RunAsync("knowledge", "graph", "mistral-7b")).Output);
        Assert.Contains("is fine-tuned from Mistral 7B (mistral-7b), 2024-05-14 [pelican-7b-card]", (await RunAsync("knowledge", "show", "Pelican 7B")).Output);
    }

    private static string WithThreeMistakes(string note) => note
        .Replace("fine_tuned_from: mistral-7b", "fine_tuned_from: mistral-7", StringComparison.Ordinal)
        .Replace("licensed_under", "licenced_under", StringComparison.Ordinal)
        .Replace("[^pelican-7b-card]", "", StringComparison.Ordinal);

    private Task<ProgramRun> RunAsync(params string[] arguments) => BuiltProgram.RunAsync(arguments, "", _folder.Path, []);

    [GeneratedRegex("^   ```yaml\n(.*?)^   ```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^   ", RegexOptions.Multiline)]
    private static partial Regex Indent();

    [GeneratedRegex("^.+$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
