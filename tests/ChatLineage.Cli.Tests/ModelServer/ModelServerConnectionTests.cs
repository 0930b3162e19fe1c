using System.Text;
using ChatLineage.Cli.ModelServer;
using ChatLineage.Testing.Http;
using Microsoft.Extensions.AI;

namespace ChatLineage.Cli.Tests.ModelServer;

public sealed class ModelServerConnectionTests
{
    [Theory]
    [InlineData("http://localhost:8080/v1", null)]
    [InlineData("http://127.0.0.2:1/v1/", null)]
    [InlineData("http://[::1]:8080/v1", null)]
    [InlineData("https://models.example.org/v1", "leave this machine")]
    [InlineData("http://192.168.1.5:8080/v1", "unencrypted")]
    public void Warning_for_an_address_says_when_text_leaves_the_machine(string address, string? expected)
    {
        using var connection = new ModelServerConnection(new ModelServerOptions { Model = "m", Address = address });

        if (expected is null)
            Assert.Null(connection.Warning);
        else
            Assert.Contains(expected, connection.Warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "cannot be read")]
    [InlineData("[]", "cannot be read")]
    [InlineData("<html>", "cannot be read")]
    [InlineData("""{"data":[{"id":7}]}""", "cannot be read")]
    [InlineData("""{"data":[{"no":"id"}]}""", "cannot be read")]
    [InlineData("""{"data":[]}""", "none at all")]
    [InlineData("""{"data":[{"id":"a\n\u001b[31mb"}]}""", "it has a[31mb.")]
    [InlineData("""{"data":[{"id":"m"}]}""", null)]
    [InlineData("""{"data":[{"id":"m:latest"}]}""", null)]
    public async Task FindProblemAsync_of_a_list_judges_it(string list, string? expected)
    {
        await using var server = StubServer.Start((exchange, cancellationToken) => exchange.AnswerAsync(200, list, "application/json", cancellationToken));
        using var connection = Connect(server);

        var problem = await connection.FindProblemAsync(CancellationToken.None);

        if (expected is null)
            Assert.Null(problem);
        else
            Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindProblemAsync_redirected_elsewhere_does_not_follow()
    {
        var asked = 0;
        await using var other = StubServer.Start((exchange, cancellationToken) =>
        {
            asked++;
            return exchange.AnswerAsync(200, """{"data":[{"id":"m"}]}""", "application/json", cancellationToken);
        });
        await using var server = StubServer.Start((exchange, cancellationToken) =>
            exchange.AnswerAsync(307, new Dictionary<string, string> { ["Location"] = new Uri(other.Address, "v1/models").ToString() }, cancellationToken));
        using var connection = Connect(server);

        Assert.Contains("307", await connection.FindProblemAsync(CancellationToken.None), StringComparison.Ordinal);
        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task FindProblemAsync_cancelled_throws_instead_of_blaming_the_server()
    {
        await using var server = StubServer.Start((exchange, cancellationToken) => exchange.WaitForCloseAsync(cancellationToken));
        using var connection = Connect(server);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.FindProblemAsync(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task GetStreamingResponseAsync_of_a_server_that_does_not_stop_ends_at_the_length()
    {
        await using var server = StubServer.Start(async (exchange, cancellationToken) =>
        {
            await exchange.BeginAsync(200, new Dictionary<string, string> { ["Content-Type"] = "text/event-stream" }, cancellationToken);
            while (true)
                await exchange.WriteAsync(Chunk("and "), cancellationToken);
        });
        using var connection = Connect(server);

        var answer = await connection.Client.GetStreamingResponseAsync("Go on.", new ChatOptions { MaxOutputTokens = 5 }).ToChatResponseAsync();

        Assert.Equal("and and and and and ", answer.Text);
    }

    [Fact]
    public async Task GetStreamingResponseAsync_refused_throws_after_one_more_try()
    {
        var asked = 0;
        await using var server = StubServer.Start((exchange, cancellationToken) =>
        {
            asked++;
            return exchange.AnswerAsync(503, """{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}""", "application/json", cancellationToken);
        });
        using var connection = Connect(server);

        await Assert.ThrowsAsync<System.ClientModel.ClientResultException>(() => connection.Client.GetResponseAsync("Hello."));
        Assert.Equal(2, asked);
    }

    private static ModelServerConnection Connect(StubServer server) => new(new ModelServerOptions { Model = "m", Address = new Uri(server.Address, "v1").ToString() });

    private static byte[] Chunk(string text) => Encoding.UTF8.GetBytes(
        $$$"""data: {"choices":[{"finish_reason":null,"index":0,"delta":{"content":"{{{text}}}"}}],"created":1,"id":"c","model":"m","object":"chat.completion.chunk"}""" + "\n\n");
}
