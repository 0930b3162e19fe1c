using System.Security.Cryptography;
using ChatLineage.LocalModel.Catalogue;
using ChatLineage.LocalModel.Catalogue.Downloads;
using ChatLineage.LocalModel.Tests.Support;
using ChatLineage.Testing.Http;

namespace ChatLineage.LocalModel.Tests.Catalogue.Downloads;

public sealed class ModelDownloaderTests : IAsyncLifetime, IDisposable
{
    private const int Piece = 100_000;
    private readonly TemporaryFolder _folder = new();
    private readonly ImpatientClock _clock = new();
    private readonly byte[] _content = new TinyModel().ToBytes();
    private readonly FileServer _server;

    public ModelDownloaderTests() => _server = new FileServer(_content);

    private string FilePath => Path.Combine(_folder.Path, "tiny.gguf");

    private string PartPath => FilePath + ".part";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pull_writes_the_file_and_leaves_no_part()
    {
        var model = await PullAsync(Entry());

        Assert.Equal(_content, await File.ReadAllBytesAsync(FilePath));
        Assert.False(File.Exists(PartPath));
        Assert.Equal((FilePath, ChecksumProof.Catalogue, false), (model.Path, model.Proof, model.WasThere));
        Assert.Equal("/maker/tiny-GGUF/resolve/main/tiny.gguf", Assert.Single(_server.Requests).Path);
    }

    [Fact]
    public async Task Pull_of_a_file_that_is_there_asks_nobody()
    {
        await PullAsync(Entry());

        var again = await PullAsync(Entry());

        Assert.True(again.WasThere);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Pull_of_another_file_of_that_name_says_so_and_keeps_it()
    {
        await File.WriteAllTextAsync(FilePath, "mine");

        var problem = await Assert.ThrowsAsync<ModelDownloadException>(() => PullAsync(Entry()));

        Assert.Contains(FilePath, problem.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(FilePath));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task Pull_with_a_connection_that_breaks_goes_on_where_it_stopped()
    {
        _server.Breaks.Enqueue(Piece);
        _server.Breaks.Enqueue(50_000);

        await PullAsync(Entry());

        Assert.Equal(_content, await File.ReadAllBytesAsync(FilePath));
        Assert.Equal(3, _server.Requests.Count);
        Assert.All(_server.Requests.Skip(1), request => Assert.Matches("^bytes=[1-9][0-9]*-$", request.Range));
    }

    [Fact]
    public async Task Pull_goes_on_from_the_part_of_an_earlier_run()
    {
        await File.WriteAllBytesAsync(PartPath, _content[..Piece]);

        await PullAsync(Entry());

        Assert.Equal($"bytes={Piece}-", Assert.Single(_server.Requests).Range);
        Assert.Equal(_content, await File.ReadAllBytesAsync(FilePath));
    }

    [Fact]
    public async Task Pull_from_a_server_without_ranges_starts_again()
    {
        _server.Ranges = false;
        await File.WriteAllBytesAsync(PartPath, new byte[Piece]);

        await PullAsync(Entry());

        Assert.Equal(_content, await File.ReadAllBytesAsync(FilePath));
    }

    [Fact]
    public async Task Pull_with_a_part_that_is_whole_only_checks_it()
    {
        await File.WriteAllBytesAsync(PartPath, _content);

        var model = await PullAsync(Entry());

        Assert.Equal(ChecksumProof.Catalogue, model.Proof);
        Assert.Equal($"bytes={_content.Length}-", Assert.Single(_server.Requests).Range);
    }

    [Fact]
    public async Task Pull_with_a_part_that_is_too_long_starts_again()
    {
        await File.WriteAllBytesAsync(PartPath, new byte[_content.Length + 10]);

        await PullAsync(Entry());

        Assert.Equal(_content, await File.ReadAllBytesAsync(FilePath));
        Assert.Equal(["", $"bytes={_content.Length + 10}-"],
            _server.Requests.Select(request => request.Range).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pull_of_wrong_content_deletes_it_and_names_both_checksums()
    {
        var wrong = (byte[])_content.Clone();
        wrong[^1] ^= 1;
        _server.Content = wrong;

        var problem = await Assert.ThrowsAsync<ModelDownloadException>(() => PullAsync(Entry()));

        Assert.Contains(Hash(wrong), problem.Message, StringComparison.Ordinal);
        Assert.Contains(Hash(_content), problem.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Pull_of_another_length_is_refused_before_anything_is_received()
    {
        _server.Content = [.. _content, 0];

        var problem = await Assert.ThrowsAsync<ModelDownloadException>(() => PullAsync(Entry()));

        Assert.Contains("changed at its source", problem.Message, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(PartPath).Length);
    }

    [Theory]
    [InlineData(404, "There is no file at")]
    [InlineData(401, "HF_TOKEN")]
    [InlineData(403, "HF_TOKEN")]
    [InlineData(400, "status 400")]
    public async Task Pull_of_what_the_server_refuses_says_why_and_does_not_try_again(int status, string expected)
    {
        _server.Instead = (exchange, token) => Answer(exchange, status, [], token);

        var problem = await Assert.ThrowsAsync<ModelDownloadException>(() => PullAsync(Entry()));

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Pull_from_a_server_with_faults_waits_longer_each_time_and_gives_up()
    {
        _server.Instead = (exchange, token) => Answer(exchange, 503, [], token);

        var problem = await Assert.ThrowsAsync<ModelDownloadException>(() => PullAsync(Entry()));

        Assert.Contains("status 503", problem.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 4, 8, 16], _clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Pull_from_a_busy_server_waits_as_long_as_it_asks()
    {
        var refusals = 1;
        _server.Instead = (exchange, token) =>
            Interlocked.Decrement(ref refusals) >= 0
                ? Answer(exchange, 429, new() { ["Retry-After"] = "7" }, token) : Task.FromResult(false);

        await PullAsync(Entry());

        Assert.Equal([7], _clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Pull_cancelled_in_the_middle_keeps_the_part()
    {
        using var cancellation = new CancellationTokenSource();
        _server.Breaks.Enqueue(Piece);
        _server.Stalls = true;
        var received = new Watcher(bytes => bytes > 0, cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PullAsync(Entry(), received, cancellationToken: cancellation.Token));

        var part = await File.ReadAllBytesAsync(PartPath);
        Assert.InRange(part.Length, 1, Piece);
        Assert.Equal(_content[..part.Length], part);
    }

    [Fact]
    public async Task Pull_onto_a_full_disk_is_refused_before_anything_is_received()
    {
        using var downloader = new ModelDownloader(new DownloadOrigin(_server.Address, null), _clock, _ => 1_000_000);

        var problem =
            await Assert.ThrowsAsync<ModelDownloadException>(
                () => downloader.PullAsync(Entry(), _folder.Path, null, CancellationToken.None));

        Assert.Contains("LocalModel:DownloadFolder", problem.Message, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(PartPath).Length);
    }

    [Fact]
    public async Task Pull_where_nobody_listens_says_what_to_do()
    {
        var gone = _server.Address;
        await _server.DisposeAsync();
        using var downloader = new ModelDownloader(new DownloadOrigin(gone, null), _clock);

        var problem =
            await Assert.ThrowsAsync<ModelDownloadException>(
                () => downloader.PullAsync(Entry(), _folder.Path, null, CancellationToken.None));

        Assert.Contains("refuses the connection", problem.Message, StringComparison.Ordinal);
        Assert.Contains("HTTPS_PROXY", problem.Message, StringComparison.Ordinal);
        Assert.Contains("model use", problem.Message, StringComparison.Ordinal);
        Assert.Single(_clock.Waits);
    }

    [Fact]
    public async Task Pull_sends_the_token_to_the_endpoint_and_not_to_where_it_redirects()
    {
        await using var store = new FileServer(_content);
        var target = new Uri(store.Address, "cdn/tiny.gguf?signature=1");
        _server.Instead = (exchange, token) => Redirect(exchange, target.ToString(), token);

        await PullAsync(Entry(), token: "secret");

        Assert.Equal("Bearer secret", Assert.Single(_server.Requests).Authorization);
        Assert.Equal(("/cdn/tiny.gguf?signature=1", ""), Assert.Single(store.Requests) is var request
            ? (request.Path, request.Authorization) : default);
        Assert.Equal(_content, await File.ReadAllBytesAsync(FilePath));
    }

    [Fact]
    public async Task Pull_redirected_within_the_endpoint_keeps_the_token()
    {
        _server.Instead = (exchange, token) =>
            exchange.Path.StartsWith("/cache/", StringComparison.Ordinal)
                ? Task.FromResult(false) : Redirect(exchange, "/cache/tiny.gguf", token);

        await PullAsync(Entry(), token: "secret");

        Assert.All(_server.Requests, request => Assert.Equal("Bearer secret", request.Authorization));
        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task Pull_that_is_redirected_for_ever_ends()
    {
        _server.Instead = (exchange, token) => Redirect(exchange, exchange.Path, token);

        await Assert.ThrowsAsync<ModelDownloadException>(() => PullAsync(Entry()));

        Assert.InRange(_server.Requests.Count, 2, 20);
    }

    [Fact]
    public async Task Pull_without_a_known_checksum_uses_what_the_server_says()
    {
        _server.LinkedEtag = Hash(_content);

        Assert.Equal(ChecksumProof.Server, (await PullAsync(Unknown())).Proof);
    }

    [Fact]
    public async Task Pull_without_any_checksum_says_that_there_was_none()
    {
        var model = await PullAsync(Unknown());

        Assert.Equal((ChecksumProof.None, Hash(_content)), (model.Proof, model.Sha256));
    }

    [Fact]
    public async Task Pull_of_something_that_is_no_model_gives_it_no_name()
    {
        _server.Content = "<html>sign in</html>"u8.ToArray();

        var problem = await Assert.ThrowsAsync<ModelLoadException>(() => PullAsync(Unknown()));

        Assert.Equal(ModelLoadFailure.NotGguf, problem.Failure);
        Assert.False(File.Exists(FilePath));
    }

    [Fact]
    public async Task Pull_reports_speed_and_ends_with_all_bytes()
    {
        var reports = new List<DownloadProgress>();

        await PullAsync(Entry(), new Listener<DownloadProgress>(reports.Add));

        var received = reports.Where(report => report.Stage == DownloadStage.Receiving).ToList();
        Assert.Equal((_content.LongLength, _content.LongLength), (received[^1].Bytes, received[^1].TotalBytes));
        Assert.Equal(_content.LongLength, reports[^1].Bytes);
        Assert.Equal(DownloadStage.Checking, reports[^1].Stage);
    }

    [Fact]
    public async Task Pull_of_the_same_model_twice_at_once_is_refused()
    {
        await using var other = new FileStream(PartPath, FileMode.Create, FileAccess.Write, FileShare.None);

        var problem = await Assert.ThrowsAsync<ModelDownloadException>(() => PullAsync(Entry()));

        Assert.Contains("Another download", problem.Message, StringComparison.Ordinal);
    }

    private static Task<bool> Redirect(StubExchange exchange, string location, CancellationToken cancellationToken) =>
        Answer(exchange, 302, new() { ["Location"] = location }, cancellationToken);

    private static async Task<bool> Answer(StubExchange exchange, int status, Dictionary<string, string> headers,
        CancellationToken cancellationToken)
    {
        await exchange.AnswerAsync(status, headers, cancellationToken);
        return true;
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private CatalogueEntry Entry() => Unknown() with { Name = "tiny", SizeBytes = _content.Length, Sha256 = Hash(_content) };

    private static CatalogueEntry Unknown() => CatalogueEntry.FromHub("hf:maker/tiny-GGUF/tiny.gguf")!;

    private async Task<DownloadedModel> PullAsync(
        CatalogueEntry entry, IProgress<DownloadProgress>? progress = null, string? token = null,
        CancellationToken cancellationToken = default)
    {
        using var downloader = new ModelDownloader(new DownloadOrigin(_server.Address, token), _clock);
        return await downloader.PullAsync(entry, _folder.Path, progress, cancellationToken);
    }

    private sealed class Watcher(Predicate<long> reached, CancellationTokenSource cancellation) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value)
        {
            if (reached(value.Bytes))
            {
                cancellation.Cancel();
            }
        }
    }

    private sealed class Listener<T>(Action<T> action) : IProgress<T>
    {
        public void Report(T value) => action(value);
    }
}
