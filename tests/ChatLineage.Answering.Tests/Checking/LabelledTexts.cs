using System.Text.Json;
using ChatLineage.Answering.Checking;
using ChatLineage.Knowledge;

namespace ChatLineage.Answering.Tests.Checking;

/// <summary>Texts with labelled claims, checked against the notes of the repository.</summary>
internal static class LabelledTexts
{
    private static readonly Lazy<string> Root = new(() =>
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatLineage.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"ChatLineage.sln was not found above '{AppContext.BaseDirectory}'. Run the tests from a working copy.");
    });

    private static readonly Lazy<TextChecker> Checker = new(() => new TextChecker(KnowledgeStore.Open(Path.Combine(Root.Value, "knowledge")).Current));

    /// <summary>A claim that a person labelled, and what the check made of it; null where it was not found.</summary>
    public sealed record Outcome(string Sentence, string Claim, string Label, CheckedStatement? Found)
    {
        public string? Verdict => Found?.Verdict switch
        {
            null => null,
            StatementVerdict.NotRecorded => "not recorded",
            var verdict => verdict.ToString()!.ToLowerInvariant(),
        };

        public bool IsRight => Verdict == Label;

        public override string ToString() => $"{Claim}: {Label}, but got {Verdict ?? "nothing"} for «{Sentence}»";
    }

    /// <summary>The outcomes of one text, and what was found in sentences without any label.</summary>
    public static (IReadOnlyList<Outcome> Outcomes, IReadOnlyList<CheckedStatement> Unlabelled) Check(string name)
    {
        var folder = Path.Combine(Root.Value, "tests", "texts");
        var check = Checker.Value.Check(File.ReadAllText(Path.Combine(folder, name + ".md")), CancellationToken.None);
        var labels = File.ReadAllLines(Path.Combine(folder, name + ".labels.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Select(label => (Sentence: Text(label, "sentence"), Claim: Text(label, "claim"), Verdict: Text(label, "verdict"))).ToList();
        var outcomes = labels.Select(label => new Outcome(label.Sentence, label.Claim, label.Verdict, Find(check, label.Sentence, label.Claim))).ToList();
        return (outcomes, [.. check.Statements.Where(statement => !labels.Exists(label => label.Sentence == statement.Sentence))]);
    }

    private static CheckedStatement? Find(TextCheck check, string sentence, string claim)
    {
        var (subject, relation, value) = claim.Split(" | ") is [var first, var second, var third] ? (first, second, third) : throw new FormatException($"'{claim}' is no claim.");
        var about = check.Statements.Where(statement => statement.Sentence == sentence && statement.Subject?.Id == subject).ToList();
        return about.Find(statement => statement.Value == value)
            ?? about.Find(statement => relation == "released" && statement.Relation is "date" or "event")
            ?? about.Find(statement => !value.Any(char.IsAsciiLetterLower) || value.Contains(' ', StringComparison.Ordinal) ? statement.Relation == "size" : statement.Relation == "event");
    }

    private static string Text(JsonElement label, string name) => label.GetProperty(name).GetString()!;
}
