using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Grounding;

namespace ChatLineage.Answering.Tests.Grounding;

/// <summary>A line of <c>tests/grounding/sentences.jsonl</c>.</summary>
internal sealed record LabelledSentence(string Id, string Question, IReadOnlyList<EvidenceLine> Evidence, string Sentence, bool Supported)
{
    /// <summary>True for the half, by the hash of the id, that the check was not tuned on.</summary>
    public bool IsHeldOut => SHA256.HashData(Encoding.UTF8.GetBytes(Id))[0] % 2 == 1;

    public bool Verdict => new GroundingCheck(Evidence, Question).Judge(Sentence).Supported;

    public static IReadOnlyList<LabelledSentence> ReadAll() =>
        [.. File.ReadLines(RepositoryFiles.Find("tests/grounding/sentences.jsonl")).Where(line => line.Length > 0).Select(Read)];

    private static LabelledSentence Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return new LabelledSentence(
            root.GetProperty("id").GetString()!,
            root.GetProperty("question").GetString()!,
            [.. root.GetProperty("evidence").EnumerateArray().Select(text => new EvidenceLine(text.GetString()!, [], []))],
            root.GetProperty("sentence").GetString()!,
            root.GetProperty("supported").GetBoolean());
    }
}
