using ChatLineage.LocalModel.Chat;
using Microsoft.Extensions.AI;

namespace ChatLineage.Benchmarks.LocalModel.Faults;

/// <summary>
/// Greedy answers to questions before anything fails, to compare with afterwards. Which rows share a step and where a prompt is cut
/// change the last bits of a sum, and with them now and then which of two words is the likelier. So every question is asked in several
/// ways, and each of the texts counts as right.
/// </summary>
internal sealed class ReferenceTexts
{
    private const int Questions = 12;
    private const int Repeats = 6;

    private readonly List<HashSet<string>> _texts = [];

    private ReferenceTexts()
    {
    }

    public static async Task<ReferenceTexts> TakeAsync(LocalChatClient client, CancellationToken cancellationToken)
    {
        var reference = new ReferenceTexts();
        reference._texts.AddRange((await AloneAsync(client, cancellationToken))
            .Select(text => new HashSet<string>(StringComparer.Ordinal) { text }));
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            reference.Add(await AloneAsync(client, cancellationToken));
            reference.Add(await TogetherAsync(client, 2 + (repeat % 3), cancellationToken));
        }

        return reference;
    }

    /// <summary>Asks again, alone, and says how many texts are among those from before.</summary>
    public async Task<string> CompareAsync(LocalChatClient client, CancellationToken cancellationToken)
    {
        var after = await AloneAsync(client, cancellationToken);
        var known = after.Where((text, i) => _texts[i].Contains(text)).Count();
        var several = _texts.Count(texts => texts.Count > 1);
        var told = $"{known} of {Questions} greedy answers are as before ({several} of the questions had several texts before any fault, "
            + "depending on what was computed beside them)";
        var others = after.Select((text, i) => (text, i)).Where(pair => !_texts[pair.i].Contains(pair.text))
            .Select(pair => $"  now:    {pair.text}\n  before: {string.Join("\n          ", _texts[pair.i])}")
            .ToList();
        return others.Count == 0 ? told : told + "; OTHERS:\n" + string.Join('\n', others);
    }

    private void Add(string[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
            _texts[i].Add(texts[i]);
    }

    private static async Task<string[]> AloneAsync(LocalChatClient client, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var request in Requests().Take(Questions))
            texts.Add(await AskAsync(client, request, cancellationToken));
        return [.. texts];
    }

    private static async Task<string[]> TogetherAsync(LocalChatClient client, int atOnce, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var group in Requests().Take(Questions).Chunk(atOnce))
            texts.AddRange(await Task.WhenAll(group.Select(request => AskAsync(client, request, cancellationToken))));
        return [.. texts];
    }

    private static async Task<string> AskAsync(LocalChatClient client, MixedRequest request, CancellationToken cancellationToken) =>
        (await client.GetResponseAsync(request.Messages.Take(2), new ChatOptions { MaxOutputTokens = 24 }, cancellationToken)).Text;

    // Ordinary ones: a request that is refused or cut short has no text to compare.
    private static IEnumerable<MixedRequest> Requests()
    {
        var random = new Random(7);
        while (true)
        {
            if (MixedRequest.Create(random) is { Kind: "ordinary" } request)
                yield return request;
        }
    }
}
