using ChatLineage.Answering.Search;

namespace ChatLineage.Retrieval.Text;

/// <summary>Orders chunks by their words.</summary>
internal sealed class TextSignal(Lazy<TextIndex> index) : ISignal
{
    private const int Candidates = 100;

    public string Name => "words";

    public ValueTask<IReadOnlyList<int>> RankAsync(SearchRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(index.Value.Search(request.Text, Candidates, cancellationToken));
}
