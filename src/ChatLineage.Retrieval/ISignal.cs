using ChatLineage.Answering.Search;

namespace ChatLineage.Retrieval;

/// <summary>One way to order chunks for a request. Signals know nothing of each other; fusion joins their ranks.</summary>
internal interface ISignal
{
    /// <summary>What explanations call it.</summary>
    string Name { get; }

    /// <summary>The chunks that the signal finds, best first, each once, as places in the snapshot's list of chunks.</summary>
    ValueTask<IReadOnlyList<int>> RankAsync(SearchRequest request, CancellationToken cancellationToken);
}
