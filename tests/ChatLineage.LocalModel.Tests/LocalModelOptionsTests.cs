namespace ChatLineage.LocalModel.Tests;

public sealed class LocalModelOptionsTests
{
    [Fact]
    public void Validate_defaults_are_well() => Assert.Empty(new LocalModelOptions().Validate());

    [Fact]
    public void Validate_every_wrong_value_is_named_by_its_key()
    {
        var options = new LocalModelOptions
        {
            ContextTokens = 100,
            BatchTokens = 5000,
            Conversations = 0,
            PinnedPrefixes = -1,
            IdleCacheMegabytes = -1,
            QueueLimit = 0,
            MaxOutputTokens = 0,
            Threads = 0,
            GpuLayers = -2,
            MainGpu = -1,
            ModelPath = " ",
            EmbeddingModelPath = "",
            DownloadFolder = "  ",
            LibraryPath = "\t",
        };

        var problems = options.Validate();

        var names = typeof(LocalModelOptions).GetProperties().Where(property => property.PropertyType != typeof(bool))
            .Select(property => property.Name).ToArray();
        Assert.Equal(14, names.Length);
        Assert.All(names,
            name => Assert.Contains(problems, problem => problem.StartsWith($"LocalModel:{name} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Validate_batch_larger_than_the_context_names_both()
    {
        var problem = Assert.Single(new LocalModelOptions { ContextTokens = 512, BatchTokens = 1024 }.Validate());

        Assert.Contains("LocalModel:BatchTokens", problem, StringComparison.Ordinal);
        Assert.Contains("LocalModel:ContextTokens", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_host_with_wrong_options_throws() =>
        Assert.Throws<ArgumentException>(() => new LocalModelHost(new LocalModelOptions { Threads = 0 }));
}
