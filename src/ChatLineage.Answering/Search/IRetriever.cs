using System.Collections.Immutable;

namespace ChatLineage.Answering.Search;

/// <summary>Searches the notes.</summary>
/// <remarks>Implementations are safe to use from several threads at once and always answer from one whole snapshot.</remarks>
public interface IRetriever
{
    /// <summary>Finds the chunks that bear most on a request, best first.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask<ImmutableArray<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken);
}
