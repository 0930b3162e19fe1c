using System.Globalization;
using System.Text.Json;
using ChatLineage.Testing.Slack;

namespace ChatLineage.Soak.Slack;

/// <summary>Answers the calls of the bot, and keeps no more of a message than whose reply it is.</summary>
internal sealed class SlackCalls(Ledger ledger, Action<string> count)
{
    private int _posts;

    /// <summary>The id of the message that asks a question: its number stands behind the point.</summary>
    public static string AskedAs(int question) => string.Create(CultureInfo.InvariantCulture, $"1700000000.{question:D7}");

    /// <summary>Answers a call; null leaves it to the server.</summary>
    public ApiAnswer? Answer(ApiCall call) => call.Method switch
    {
        "auth.test" => ApiAnswer.Ok("\"user_id\":\"U0BOT\",\"team_id\":\"T1\",\"team\":\"Soak\""),
        "assistant.threads.setStatus" => Seen(Number(call, "thread_ts")),
        "chat.startStream" => Started(Number(call, "thread_ts")),
        "chat.appendStream" or "chat.stopStream" => ApiAnswer.Ok(),
        "chat.postMessage" => Posted(call),
        "chat.update" => Updated(call),
        "conversations.replies" => Thread(call),
        _ => null,
    };

    private ApiAnswer Seen(int question)
    {
        ledger.See(question);
        return ApiAnswer.Ok();
    }

    private ApiAnswer Started(int question)
    {
        ledger.Post(question);
        return ApiAnswer.Ok($"\"ts\":\"{RepliedAs(question)}\"");
    }

    private ApiAnswer Posted(ApiCall call)
    {
        var number = Interlocked.Increment(ref _posts);
        if (number % 400 == 0)
            return Fault("429", ApiAnswer.TooMany(1));
        if (number % 450 == 0)
            return Fault("200 with ok:false, ratelimited", ApiAnswer.TooManyWithStatus200());
        if (number % 2600 == 0)
            return Fault("503 for a post that was not taken", new ApiAnswer(503, ""));
        var question = Number(call, "thread_ts");
        ledger.Post(question);
        if (IsComplete(call))
            ledger.Answer(question);
        return number % 2500 == 0 ? Fault("answer lost of a post that was taken", ApiAnswer.Broken) : ApiAnswer.Ok($"\"ts\":\"{RepliedAs(question)}\"");
    }

    private ApiAnswer Updated(ApiCall call)
    {
        if (IsComplete(call))
            ledger.Answer(Number(call, "ts"));
        return ApiAnswer.Ok();
    }

    private ApiAnswer Thread(ApiCall call)
    {
        var question = Number(call, "ts");
        return ApiAnswer.Ok(ledger.Posts(question) == 0
            ? "\"messages\":[]"
            : $$$$"""
            "messages":[{"ts":"{{{{RepliedAs(question)}}}}",
             "metadata":{"event_type":"chatlineage_reply","event_payload":{"mark":"{{{{call.Text("channel")}}}}/{{{{call.Text("ts")}}}}"}}}]
            """);
    }

    private ApiAnswer Fault(string name, ApiAnswer answer)
    {
        count(name);
        return answer;
    }

    private static string RepliedAs(int question) => string.Create(CultureInfo.InvariantCulture, $"1800000000.{question:D7}");

    private static int Number(ApiCall call, string argument) => int.Parse(call.Text(argument)!.Split('.')[1], CultureInfo.InvariantCulture);

    private static bool IsComplete(ApiCall call) =>
        call.Arguments.TryGetProperty("blocks", out var blocks) && blocks.ValueKind == JsonValueKind.Array && blocks.GetArrayLength() > 0;
}
