using ChatLineage.LocalModel.Catalogue;
using ChatLineage.LocalModel.Catalogue.Downloads;
using ChatLineage.LocalModel.Files;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Catalogue;

public sealed class ModelCatalogueTests
{
    [Fact]
    public void Entries_are_complete_and_distinct()
    {
        var entries = ModelCatalogue.Entries;

        Assert.True(entries.Count >= 10);
        Assert.Equal(entries.Count, entries.Select(entry => entry.Name).Distinct().Count());
        Assert.Equal(entries.Count, entries.Select(entry => entry.FileName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(entries.Count, entries.Select(entry => entry.Sha256).Distinct().Count());
        Assert.All(entries, entry => Assert.Matches("^[0-9a-f]{64}$", entry.Sha256!));
        Assert.All(entries, entry => Assert.Equal(entry.IsEmbeddingModel, entry.CacheBytesPerToken == 0));
        Assert.All(entries.Where(entry => !entry.IsShipped),
            entry =>
            Assert.Equal($"https://huggingface.co/{entry.Repository}/resolve/main/{entry.FileName}",
                entry.Address(DownloadOrigin.DefaultEndpoint)!.AbsoluteUri));

        // Weights take between a third of a byte and 1.2 bytes a parameter in the formats listed.
        Assert.All(entries, entry => Assert.InRange((double)entry.SizeBytes / entry.Parameters, 0.33, 1.2));
    }

    [Theory]
    [InlineData("writer-135m")]
    [InlineData("minilm-l6")]
    public async Task Shipped_models_are_what_the_catalogue_says(string name)
    {
        var entry = ModelCatalogue.Find(name)!;
        var path = entry.IsEmbeddingModel ? ModelFiles.Embedding : ModelFiles.Writer;

        Assert.Equal(entry, await ModelChecksum.VerifyAsync(path, null, CancellationToken.None));
        Assert.Equal(new FileInfo(path).Length, entry.SizeBytes);
        var header = ModelFileCheck.Check(path, entry.IsEmbeddingModel ? ModelKind.Embedding : ModelKind.Language);
        Assert.Equal(header.Numbers[$"{header.Architecture}.context_length"], entry.ContextTokens);
    }

    [Fact]
    public async Task Verify_other_content_under_a_known_name_throws()
    {
        using var folder = new TemporaryFolder();
        var path = TinyModel.Write(folder.Path, ModelFolder.WriterFile);

        var failure = await Assert.ThrowsAsync<ModelLoadException>(() => ModelChecksum.VerifyAsync(path, null, CancellationToken.None));

        Assert.Equal(ModelLoadFailure.ChecksumMismatch, failure.Failure);
        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_unknown_file_says_nothing()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(await ModelChecksum.VerifyAsync(TinyModel.Write(folder.Path), null, CancellationToken.None));
    }

    [Fact]
    public async Task Load_with_verification_refuses_a_changed_file_and_takes_it_without()
    {
        using var folder = new TemporaryFolder();
        var options = new LocalModelOptions
        {
            ModelPath = TinyModel.Write(folder.Path, ModelFolder.WriterFile),
            ContextTokens = 512,
            VerifyChecksum = true,
        };
        await using var careful = new LocalModelHost(options);
        await using var trusting = new LocalModelHost(new LocalModelOptions { ModelPath = options.ModelPath, ContextTokens = 512 });

        var failure = await Assert.ThrowsAsync<ModelLoadException>(() => careful.LoadAsync(CancellationToken.None));

        Assert.Equal(ModelLoadFailure.ChecksumMismatch, failure.Failure);
        Assert.Equal("Tiny", (await trusting.LoadAsync(CancellationToken.None)).ModelName);
    }

    [Fact]
    public void MemoryBytes_grows_with_the_context()
    {
        var writer = ModelCatalogue.Find("WRITER-135M")!;

        Assert.Equal(4096L * 23_040, writer.MemoryBytes(8192) - writer.MemoryBytes(4096));
    }

    [Theory]
    [InlineData("hf:maker/model-GGUF/model.Q4_K_M.gguf", true)]
    [InlineData("hf:maker/model/../secrets.gguf", false)]
    [InlineData("hf:maker/model/.gguf", false)]
    [InlineData("hf:maker/../model.gguf", false)]
    [InlineData("hf:maker/model/model.bin", false)]
    [InlineData("hf:maker/model.gguf", false)]
    [InlineData("maker/model/model.gguf", false)]
    public void FromHub_takes_plain_names_only(string text, bool expected) =>
    Assert.Equal(expected, CatalogueEntry.FromHub(text) is not null);

    [Theory]
    [InlineData(200, 300, ModelFit.Fits)]
    [InlineData(100, 300, ModelFit.NeedsFreeMemory)]
    [InlineData(100, 150, ModelFit.TooLarge)]
    public void Judge_compares_with_what_is_free_and_what_there_is(long available, long total, ModelFit expected)
    {
        var entry = ModelCatalogue.Entries[0] with { SizeBytes = 60L << 20, CacheBytesPerToken = 0 };

        Assert.Equal(expected, new MachineMemory(available << 20, total << 20).Judge(entry, 4096));
    }

    [Fact]
    public void Measure_finds_memory_and_no_more_free_than_there_is()
    {
        var memory = MachineMemory.Measure();

        Assert.InRange(memory.AvailableBytes, 1L << 20, memory.TotalBytes);
    }
}
