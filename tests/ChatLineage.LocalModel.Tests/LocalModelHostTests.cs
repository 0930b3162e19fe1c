using ChatLineage.LocalModel.Tests.Support;
using Microsoft.Extensions.AI;

namespace ChatLineage.LocalModel.Tests;

[Collection(WriterGroup.Name)]
public sealed class LocalModelHostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Load_reports_model_and_device_on_one_line()
    {
        await using var host =
            new LocalModelHost(
                new LocalModelOptions { ModelPath = ModelFiles.Writer, ContextTokens = 512, Conversations = 1, Threads = 1 });

        var report = await host.LoadAsync(CancellationToken.None);

        Assert.Empty(report.Warnings);
        Assert.NotEmpty(report.Devices);
        Assert.True(File.Exists(report.LibraryPath), report.LibraryPath);
        Assert.Equal(("llama", 8192, 30), (report.Architecture, report.TrainedContextTokens, report.Layers));
        Assert.Matches(
            @"^ChatLineage Writer 135M \(llama, 135 M parameters, 94 MB\) on CPU \([a-z0-9 ]+\), 1 thread, context 512, 1 conversation, loaded in \d+\.\d s$", report.ToString());
    }

    [Fact]
    public async Task Load_gpu_asked_for_and_absent_warns_why()
    {
        await using var host =
            new LocalModelHost(new LocalModelOptions { ModelPath = TinyModel.Write(_folder.Path), ContextTokens = 512, GpuLayers = 10 });

        var report = await host.LoadAsync(CancellationToken.None);

        Assert.Equal(0, report.GpuLayers);
        Assert.Contains(report.Warnings, warning => warning.Contains("LocalModelBackend", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Load_failed_is_tried_again_once_the_file_is_there()
    {
        var path = Path.Combine(_folder.Path, "tiny.gguf");
        await using var host = new LocalModelHost(new LocalModelOptions { ModelPath = path, ContextTokens = 512 });

        await Assert.ThrowsAsync<ModelLoadException>(() => host.LoadAsync(CancellationToken.None));
        TinyModel.Write(_folder.Path);

        Assert.Equal("Tiny", (await host.LoadAsync(CancellationToken.None)).ModelName);
    }

    [Fact]
    public async Task Load_unknown_architecture_has_the_reason_of_the_runtime()
    {
        await using var host =
            new LocalModelHost(
                new LocalModelOptions { ModelPath = TinyModel.Write(_folder.Path, model: new TinyModel { Architecture = "lama" }) });

        var failure = await Assert.ThrowsAsync<ModelLoadException>(() => host.LoadAsync(CancellationToken.None));

        Assert.Equal(ModelLoadFailure.UnsupportedArchitecture, failure.Failure);
        Assert.Contains("'lama'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_no_chat_template()
    {
        await using var host =
            new LocalModelHost(
                new LocalModelOptions { ModelPath = TinyModel.Write(_folder.Path, model: new TinyModel { Template = null }) });

        var failure = await Assert.ThrowsAsync<ModelLoadException>(() => host.LoadAsync(CancellationToken.None));

        Assert.Equal(ModelLoadFailure.NoChatTemplate, failure.Failure);
    }

    [Fact]
    public async Task Load_several_callers_load_once_and_dispose_ends_everything()
    {
        var host = new LocalModelHost(new LocalModelOptions { ModelPath = TinyModel.Write(_folder.Path), ContextTokens = 512 });

        var reports = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.LoadAsync(CancellationToken.None)));

        Assert.All(reports, report => Assert.Same(reports[0], report));
        await host.DisposeAsync();
        await host.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.LoadAsync(CancellationToken.None));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.ChatClient.GetResponseAsync("question"));
    }

    [Fact]
    public async Task Stop_takes_no_further_requests()
    {
        await using var host =
            new LocalModelHost(
                new LocalModelOptions { ModelPath = TinyModel.Write(_folder.Path), ContextTokens = 512, MaxOutputTokens = 5 });
        await host.ChatClient.GetResponseAsync("question");

        await host.StopAsync(CancellationToken.None);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.ChatClient.GetResponseAsync("question"));
    }

    public void Dispose() => _folder.Dispose();
}
