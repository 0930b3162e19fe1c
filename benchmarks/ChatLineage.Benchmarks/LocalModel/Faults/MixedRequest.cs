using System.Globalization;
using System.Text.Json;
using ChatLineage.LocalModel;
using Microsoft.Extensions.AI;

namespace ChatLineage.Benchmarks.LocalModel.Faults;

/// <summary>A request of the mix: ordinary ones, conversations that go on, and every kind of misuse.</summary>
/// <param name="Kind">Its kind, for the tally.</param>
/// <param name="Messages">What is asked.</param>
/// <param name="Options">How.</param>
/// <param name="CancelAfter">When its caller gives up; null for never.</param>
/// <param name="Refused">Whether a clear refusal is the right end.</param>
internal sealed record MixedRequest(string Kind, List<ChatMessage> Messages, ChatOptions Options, TimeSpan? CancelAfter, bool Refused)
{
    private static readonly string[] Systems =
    [
        "Answer from the numbered facts and cite them.",
        "You answer questions about open-source AI in one short sentence. Every name, number and date comes from the question.",
        "List what the question names, one item a line, and nothing else.",
    ];

    private static readonly JsonElement Schema =
        JsonDocument.Parse(
            """{"type":"object","properties":{"name":{"type":"string","maxLength":20},"year":{"type":"integer"}},"required":["name","year"]}""").RootElement.Clone();

    /// <summary>Makes one.</summary>
    public static MixedRequest Create(Random random)
    {
        List<ChatMessage> messages = [new(ChatRole.System, Systems[random.Next(Systems.Length)]),
            new(ChatRole.User, Question(random, random.Next(5, 60)))];
        var options = new ChatOptions
        {
            MaxOutputTokens = random.Next(1, 48),
            Temperature = random.Next(2) == 0 ? 0 : 0.8f,
            Seed = random.Next(),
            TopP = 0.95f,
        };
        switch (random.Next(100))
        {
            case < 12:
                return new("cancelled", messages, options, TimeSpan.FromMilliseconds(random.Next(600)), false);
            case < 20:
                return new("timed out", messages, options, TimeSpan.FromMilliseconds(random.Next(1000, 4000)), false);
            case < 26:
                messages[1] = new(ChatRole.User, Question(random, 3000));
                return new("prompt too long", messages, options, null, true);
            case < 31:
                return new("bad grammar", messages, options.WithGrammar(random.Next(2) == 0 ? "root ::= (" : "root ::= root | \"a\""), null,
                    true);
            case < 34:
                options.TopP = 7;
                return new("bad option", messages, options, null, true);
            case < 42:
                return new("grammar", messages, options.WithGrammar("root ::= [a-zA-Z ,]+ \" [\" [1-3] \"].\""), null, false);
            case < 48:
                options.ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema);
                return new("JSON schema", messages, options, null, false);
            case < 54:
                options.StopSequences = [".", " the"];
                return new("stop strings", messages, options, null, false);
            case < 62:
                for (var turn = 0; turn < 12; turn++)
                {
                    messages.Add(new(ChatRole.Assistant, Question(random, 40)));
                    messages.Add(new(ChatRole.User, Question(random, 20)));
                }

                return new("long conversation", messages, options, null, false);
            default:
                return new("ordinary", messages, options, null, false);
        }
    }

    private static string Question(Random random, int words)
    {
        string[] known = ["Alpaca", "LLaMA", "Vicuna", "is", "built", "on", "which", "model", "was", "released", "by", "the", "date", "and",
            "licence", "of", "trained"];
        return string.Join(' ', Enumerable.Range(0, words).Select(_ => random.Next(8) == 0
            ? random.Next(10_000).ToString(CultureInfo.InvariantCulture)
            : known[random.Next(known.Length)])) + "?";
    }
}
