using System.Threading.Channels;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Generation;

/// <summary>A text to be generated: what the caller wants, and the channel through which it reads the result.</summary>
internal sealed class GenerationRequest(int[] prompt, SamplingSettings sampling, int maxOutputTokens, CancellationToken cancellationToken)
{
    // The output is bounded by MaxOutputTokens, so the generating thread never has to wait for a reader.
    private readonly Channel<string> _text =
        Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    /// <summary>The tokens of the prompt; at least one.</summary>
    public int[] Prompt { get; } = prompt;

    /// <summary>How many of them other requests share.</summary>
    public int SharedTokens { get; init; }

    /// <summary>Turns of the conversation that did not fit and were left out.</summary>
    public int DroppedTurns { get; init; }

    /// <summary>How tokens are chosen.</summary>
    public SamplingSettings Sampling { get; } = sampling;

    /// <summary>Most tokens to generate; at least one.</summary>
    public int MaxOutputTokens { get; } = maxOutputTokens;

    /// <summary>Texts that end the output and do not appear in it.</summary>
    public IReadOnlyList<string> StopSequences { get; init; } = [];

    /// <summary>Whether the model goes on where it would end the text, so that measurements have the same length.</summary>
    public bool IgnoresEnd { get; init; }

    /// <summary>Ends the request at the next step.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Cache entries that the request may need.</summary>
    public int MostTokens => Prompt.Length + MaxOutputTokens;

    /// <summary>When the request was made, in ticks of the clock that the scheduler uses.</summary>
    public long SubmittedAt { get; set; }

    /// <summary>Called once when the request has ended, with its summary or with what ended it; on the generating thread, so it must be
    /// quick.</summary>
    public Action<GenerationSummary?, Exception?>? Ended { get; init; }

    /// <summary>The text as it comes; completes with the exception when the request failed.</summary>
    public ChannelReader<string> Text => _text.Reader;

    /// <summary>How the request ended; set before <see cref="Text"/> completes.</summary>
    public GenerationSummary? Summary { get; private set; }

    /// <summary>Hands text to the reader.</summary>
    public void Write(string text)
    {
        if (text.Length > 0)
        {
            _text.Writer.TryWrite(text);
        }
    }

    /// <summary>Ends the request.</summary>
    public void Complete(GenerationSummary summary)
    {
        Summary = summary;
        if (_text.Writer.TryComplete())
        {
            Ended?.Invoke(summary, null);
        }
    }

    /// <summary>Ends the request with an error or a cancellation.</summary>
    public void Fail(Exception problem)
    {
        if (_text.Writer.TryComplete(problem))
        {
            Ended?.Invoke(null, problem);
        }
    }
}
