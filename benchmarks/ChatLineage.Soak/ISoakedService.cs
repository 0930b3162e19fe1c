using ChatLineage.Chat.Platforms;

namespace ChatLineage.Soak;

/// <summary>A chat service on this machine that asks as fast as it is answered, with a fault every few hundred questions.</summary>
internal interface ISoakedService : IAsyncDisposable
{
    /// <summary>The platform under test.</summary>
    IChatPlatform Platform { get; }

    /// <summary>What was asked and what came of it.</summary>
    Ledger Ledger { get; }

    /// <summary>What went wrong on purpose, and how often.</summary>
    IReadOnlyDictionary<string, int> Faults { get; }

    /// <summary>Asks everything.</summary>
    Task AskAllAsync(CancellationToken cancellationToken);
}
