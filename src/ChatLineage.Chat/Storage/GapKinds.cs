using ChatLineage.Answering;

namespace ChatLineage.Chat.Storage;

/// <summary>Which abstentions tell the maintainers something.</summary>
internal static class GapKinds
{
    /// <summary>The reasons that better notes would mend; off-topic questions and instructions are not among them.</summary>
    public static readonly AbstentionReason[] Mendable = [AbstentionReason.NotRecorded, AbstentionReason.UnknownName, AbstentionReason.WeakEvidence];

    /// <summary>True when better notes would have given an answer.</summary>
    public static bool IsGap(AbstentionReason? reason) => reason is { } known && Mendable.Contains(known);
}
