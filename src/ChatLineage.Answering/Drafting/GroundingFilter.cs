using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace ChatLineage.Answering.Drafting;

/// <summary>
/// Stands between the model and whoever invoked the drafting function: gathers the stream into sentences, judges each as it
/// comes and lets only supported ones through.
/// </summary>
internal sealed class GroundingFilter(ILogger logger) : IFunctionInvocationFilter
{
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        await next(context);
        if (context.Arguments.TryGetValue(DraftTrace.Key, out var value) && value is DraftTrace trace
            && context.Result.GetValue<IAsyncEnumerable<StreamingChatMessageContent>>() is { } stream)
            context.Result = new FunctionResult(context.Result, JudgedAsync(stream, trace, context.CancellationToken));
    }

    private async IAsyncEnumerable<StreamingChatMessageContent> JudgedAsync(
        IAsyncEnumerable<StreamingChatMessageContent> stream, DraftTrace trace,
            [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var splitter = new SentenceSplitter();
        await foreach (var piece in stream.WithCancellation(cancellationToken))
        {
            trace.Raw.Append(piece.Content);
            foreach (var sentence in splitter.Push(piece.Content ?? ""))
                yield return new StreamingChatMessageContent(piece.Role, Judge(sentence, trace));
        }

        foreach (var sentence in splitter.Finish())
            yield return new StreamingChatMessageContent(null, Judge(sentence, trace));
    }

    private string? Judge(string sentence, DraftTrace trace)
    {
        var cited = CitedText.Parse(sentence);
        if (trace.Kept.Count == 0 && trace.Withheld.Count == 0 && cited.Text.Replace('’', '\'')
            .StartsWith("I don't know", StringComparison.OrdinalIgnoreCase))
            trace.Abstains = true;
        var verdict = trace.Check.Judge(sentence);
        DraftLog.SentenceJudged(logger, verdict.Supported, cited.Lines.Length);
        if (!verdict.Supported)
        {
            DraftLog.SentenceWithheldSensitive(logger, sentence, verdict.Reason);
            trace.Withhold(new WithheldSentence(sentence, verdict.Reason));
            return null;
        }

        trace.Keep(new DraftedSentence(cited.Text, cited.Lines));
        return sentence;
    }
}
