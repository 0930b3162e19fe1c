using System.Threading.Channels;

namespace ChatLineage.Retrieval.Tests.Watching;

/// <summary>What a component told, to be awaited one by one.</summary>
internal sealed class Told<T> : IProgress<T>
{
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(20);

    private readonly Channel<T> _told = Channel.CreateUnbounded<T>();

    public void Report(T value) => _told.Writer.TryWrite(value);

    /// <summary>The next one; fails a test that would hang.</summary>
    public Task<T> NextAsync() => _told.Reader.ReadAsync().AsTask().WaitAsync(TooLong);
}
