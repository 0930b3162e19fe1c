using ChatLineage.Answering;
using ChatLineage.Retrieval.Watching;

namespace ChatLineage.Cli.Composition;

/// <summary>Answers from the latest notes: an edit counts from the next question on.</summary>
/// <remarks>Safe to use from several threads at once. A question under way keeps the notes that it began with.</remarks>
internal sealed class LiveAnswerer(KnowledgeWatcher notes, Func<KnowledgeSnapshot, IAnswerer> create) : IAnswerer
{
    private readonly Lock _lock = new();
    private KnowledgeSnapshot? _snapshot;
    private IAnswerer? _answerer;

    public IAsyncEnumerable<AnswerEvent> AnswerAsync(Question question, CancellationToken cancellationToken) =>
        Latest().AnswerAsync(question, cancellationToken);

    private IAnswerer Latest()
    {
        lock (_lock)
        {
            var latest = notes.Current;
            if (_answerer is null || latest != _snapshot)
            {
                _answerer = create(latest);
                _snapshot = latest;
            }

            return _answerer;
        }
    }
}
