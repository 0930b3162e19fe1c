using ChatLineage.Chat.Platforms;

namespace ChatLineage.Soak;

/// <summary>A chat service on this machine that asks as fast as it is answered, with a fault every few hundred questions.</summary>
internal interface ISoakedService : IAsyncDisposable
{
    /// <summary>The platform under test.</summary>
    IChatPlatform Platform { get; }

    /// <summary>What was asked and what came of it.</summary>
    Ledger Ledger { get; }

    /// <summary>What went wrong on purpose.</summary>
    FaultLog Faults { get; }

    /// <summary>How the connections went, in words; empty for nothing to say.</summary>
    string Connections { get; }

    /// <summary>What is known of a question, in words: for those that are lost.</summary>
    string Describe(int question);

    /// <summary>Asks everything.</summary>
    /// <param name="cancellationToken">Asks no more.</param>
    Task AskAllAsync(CancellationToken cancellationToken);
}
