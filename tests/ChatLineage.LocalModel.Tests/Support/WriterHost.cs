using Microsoft.Extensions.AI;

namespace ChatLineage.LocalModel.Tests.Support;

/// <summary>The models that come with the program, loaded once for all tests of the collection.</summary>
public sealed class WriterHost : IAsyncLifetime
{
    public LocalModelHost Host { get; } = new(new LocalModelOptions
    {
        ModelPath = ModelFiles.Writer,
        EmbeddingModelPath = ModelFiles.Embedding,
        ContextTokens = 1024,

        // Beside other work, threads that wait for each other make a step ten times slower.
        Threads = 1,
    });

    public static ChatMessage[] Prompt(string question, params string[] facts) =>
    [
        new(ChatRole.System, "Answer from the numbered facts and cite them."),
        new(ChatRole.User, string.Concat(facts.Select((fact, index) => $"[{index + 1}] {fact}\n")) + $"Question: {question}"),
    ];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
