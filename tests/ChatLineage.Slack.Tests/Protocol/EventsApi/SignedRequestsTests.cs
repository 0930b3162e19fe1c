using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatLineage.Chat.Transport;
using ChatLineage.Slack.Protocol.Deliveries;
using ChatLineage.Slack.Protocol.EventsApi;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ChatLineage.Slack.Tests.Protocol.EventsApi;

/// <summary>
/// Requests over HTTP (https://docs.slack.dev/apis/events-api, https://docs.slack.dev/authentication/verifying-requests-from-slack).
/// </summary>
public sealed class SignedRequestsTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Form = "application/x-www-form-urlencoded";
    private const string Event = """{"type":"event_callback","event_id":"Ev1","event":{"type":"app_mention","text":"<@U1> hi"}}""";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_531_420_618));
    private readonly List<Delivery> _taken = [];
    private Func<CancellationToken, ValueTask<JsonElement?>> _handle = _ => ValueTask.FromResult<JsonElement?>(null);

    /// <summary>The example of Slack's documentation, so that the rule is theirs and not ours.</summary>
    [Fact]
    public async Task Handle_request_of_the_documentation_is_taken()
    {
        const string body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
            + "&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

        var reply = await HandleAsync(body, Form, signature: "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");

        Assert.Equal(200, reply.Status);
        var command = Assert.Single(_taken);
        Assert.Equal(DeliveryKind.SlashCommand, command.Kind);
        Assert.Equal("/webhook-collect", command.Payload.GetProperty("command").GetString());
    }

    [Fact]
    public async Task Handle_url_verification_answers_the_challenge()
    {
        var reply = await HandleAsync("""{"type":"url_verification","challenge":"3eZbrw1aB"}""");

        Assert.Equal((200, "3eZbrw1aB", "text/plain"), (reply.Status, Encoding.UTF8.GetString(reply.Body.Span), reply.ContentType));
        Assert.Empty(_taken);
    }

    [Fact]
    public async Task Handle_event_hands_it_on_with_the_number_of_the_retry()
    {
        var reply = await HandleAsync(Event, headers: new() { ["X-Slack-Retry-Num"] = "2", ["X-Slack-Retry-Reason"] = "http_timeout" });

        Assert.Equal(200, reply.Status);
        var delivery = Assert.Single(_taken);
        Assert.Equal((DeliveryKind.Event, 2, "http_timeout"), (delivery.Kind, delivery.RetryNumber, delivery.RetryReason));
    }

    [Fact]
    public async Task Handle_interaction_reads_the_json_in_the_form()
    {
        await HandleAsync("payload=" + Uri.EscapeDataString("""{"type":"block_actions","trigger_id":"1 & 2"}"""), Form);

        var delivery = Assert.Single(_taken);
        Assert.Equal(DeliveryKind.Interaction, delivery.Kind);
        Assert.Equal("1 & 2", delivery.Payload.GetProperty("trigger_id").GetString());
    }

    [Fact]
    public async Task Handle_answer_of_the_handler_goes_back()
    {
        _handle = _ => ValueTask.FromResult<JsonElement?>(JsonDocument.Parse("""{"text":"usage"}""").RootElement);

        var reply = await HandleAsync("command=%2Flineage&text=", Form);

        Assert.Equal("""{"text":"usage"}""", Encoding.UTF8.GetString(reply.Body.Span));
    }

    [Fact]
    public async Task Handle_not_stored_answers_503_so_that_it_comes_again()
    {
        _handle = _ => throw new IOException("the disk is full");

        Assert.Equal(503, (await HandleAsync(Event)).Status);
    }

    [Fact]
    public async Task Handle_not_stored_within_Slacks_patience_answers_503()
    {
        var begun = new TaskCompletionSource();
        _handle = async token =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return null;
        };
        var replying = HandleAsync(Event);
        await begun.Task;

        _time.Advance(TimeSpan.FromSeconds(2.5));

        Assert.Equal(503, (await replying).Status);
    }

    [Fact]
    public async Task Handle_notice_of_held_back_events_is_taken_and_not_handed_on()
    {
        Assert.Equal(200, (await HandleAsync("""{"type":"app_rate_limited","minute_rate_limited":1518467820}""")).Status);
        Assert.Empty(_taken);
    }

    [Theory]
    [InlineData("application/json", "{")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "")]
    [InlineData(Form, "payload=%7B")]
    [InlineData(Form, "payload=[]")]
    [InlineData(Form, "a=b")]
    [InlineData(Form, "")]
    public async Task Handle_signed_nonsense_answers_400(string type, string body)
    {
        Assert.Equal(400, (await HandleAsync(body, type)).Status);
        Assert.Empty(_taken);
    }

    [Theory]
    [InlineData(-300, 200)]
    [InlineData(300, 200)]
    [InlineData(-301, 401)]
    [InlineData(301, 401)]
    [InlineData(-86_400, 401)]
    public async Task Handle_clock_that_differs_is_tolerated_for_five_minutes(int seconds, int status)
    {
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds() + seconds;

        Assert.Equal(status, (await HandleAsync(Event, timestamp: timestamp.ToString(CultureInfo.InvariantCulture))).Status);
    }

    [Fact]
    public async Task Handle_recorded_request_sent_again_later_answers_401()
    {
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Sign(timestamp, Event);
        Assert.Equal(200, (await HandleAsync(Event, timestamp: timestamp, signature: signature)).Status);

        _time.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));

        Assert.Equal(401, (await HandleAsync(Event, timestamp: timestamp, signature: signature)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("v0=00")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    public async Task Handle_signature_malformed_answers_401(string signature) =>
        Assert.Equal(401, (await HandleAsync(Event, signature: signature)).Status);

    [Fact]
    public async Task Handle_signature_of_another_body_time_or_secret_answers_401()
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        Assert.Equal(401, (await HandleAsync(Event + " ", signature: Sign(now, Event))).Status);
        Assert.Equal(401, (await HandleAsync(Event, timestamp: now, signature: Sign("1531420617", Event))).Status);
        Assert.Equal(401, (await HandleAsync(Event, signature: Sign(now, Event, "another secret"))).Status);
        Assert.Equal(401, (await HandleAsync(Event, signature: Sign(now, Event).ToUpperInvariant())).Status);
        Assert.Empty(_taken);
    }

    [Theory]
    [InlineData("X-Slack-Signature")]
    [InlineData("X-Slack-Request-Timestamp")]
    public async Task Handle_header_missing_answers_401(string header) =>
        Assert.Equal(401, (await HandleAsync(Event, headers: new() { [header] = null })).Status);

    private static string Sign(string timestamp, string body, string secret = Secret) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")));

    private Task<HttpReply> HandleAsync(
        string body, string type = "application/json", string? timestamp = null, string? signature = null, Dictionary<string, string?>? headers = null)
    {
        timestamp ??= _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["content-type"] = type,
            ["x-slack-request-timestamp"] = timestamp,
            ["x-slack-signature"] = signature ?? Sign(timestamp, body),
        };
        foreach (var (name, value) in headers ?? [])
            all[name] = value;
        var requests = new SignedRequests(Secret, new Handler(this), _time, NullLogger.Instance);
        return requests.HandleAsync(new HttpCall("/slack", all.GetValueOrDefault, Encoding.UTF8.GetBytes(body)), CancellationToken.None);
    }

    private sealed class Handler(SignedRequestsTests test) : IDeliveryHandler
    {
        public ValueTask<JsonElement?> AcceptAsync(Delivery delivery, CancellationToken cancellationToken)
        {
            test._taken.Add(delivery);
            return test._handle(cancellationToken);
        }
    }
}
