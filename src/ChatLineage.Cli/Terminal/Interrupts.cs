namespace ChatLineage.Cli.Terminal;

/// <summary>
/// What Ctrl-C means: while an answer is made it stops the answer; at the prompt the first one tells how to leave and the second leaves.
/// </summary>
/// <remarks>Presses come on a thread of the runtime, everything else from the chat's; all members may be called at any time.</remarks>
internal sealed class Interrupts(Action<string> notice) : IDisposable
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _answer;
    private bool _warned;
    private bool _atPrompt;
    private bool _pressedAtPrompt;

    /// <summary>Routes the console's Ctrl-C here.</summary>
    public void Listen() => Console.CancelKeyPress += OnPress;

    /// <summary>A question was read.</summary>
    /// <returns>A token that Ctrl-C cancels while its answer is made.</returns>
    public CancellationToken BeginAnswer()
    {
        lock (_lock)
        {
            _answer?.Dispose();
            _answer = new CancellationTokenSource();
            _atPrompt = false;
            _warned = false;
            return _answer.Token;
        }
    }

    /// <summary>The next line is awaited.</summary>
    public void AwaitLine()
    {
        lock (_lock)
            _atPrompt = true;
    }

    /// <summary>True once after a press at the prompt.</summary>
    public bool TakeWarning()
    {
        lock (_lock)
        {
            var pressed = _pressedAtPrompt;
            _pressedAtPrompt = false;
            return pressed;
        }
    }

    /// <summary>Ctrl-C was pressed.</summary>
    /// <returns>False when the program shall end.</returns>
    public bool Press()
    {
        lock (_lock)
        {
            if (!_atPrompt && _answer is { IsCancellationRequested: false })
            {
                _answer.Cancel();
                return true;
            }

            if (_warned || !_atPrompt)
                return false;
            _warned = true;
            _pressedAtPrompt = true;
        }

        notice("Press Ctrl-C again, or type /quit, to leave.");
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Console.CancelKeyPress -= OnPress;
        _answer?.Dispose();
    }

    private void OnPress(object? sender, ConsoleCancelEventArgs press) => press.Cancel = Press();
}
