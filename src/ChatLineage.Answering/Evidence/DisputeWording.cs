using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Evidence;

/// <summary>Words claims that are recorded but not believed: always as what somebody says, never as a fact.</summary>
internal static class DisputeWording
{
    /// <summary>The claim as its source's statement: <c>One article says that X is licensed under MIT, which is disputed (it covers the
    /// code).</c></summary>
    public static string Sentence(Claim claim) =>
        $"{Somebody(claim.Sources[0])} says that {ClaimWording.Sentence(claim).TrimEnd('.')}, which is disputed ({claim.Disputed?.TrimEnd('.')}).";

    /// <summary>A source without its name, at the start of a sentence: <c>One article</c>.</summary>
    public static string Somebody(Source source) => source.Kind switch
    {
        SourceKind.Repository => "One repository",
        SourceKind.ModelCard => "One model card",
        SourceKind.DatasetCard => "One dataset card",
        SourceKind.Paper => "One paper",
        SourceKind.Announcement => "One announcement",
        SourceKind.Database => "One database",
        _ => "One article",
    };
}
