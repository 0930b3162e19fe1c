using LLama.Native;

namespace ChatLineage.LocalModel.Native;

/// <summary>The native log lines of one thread over one call.</summary>
internal sealed class NativeLogCapture(NativeLogCapture? outer) : IDisposable
{
    // A damaged model can log a line for each tensor.
    private const int MostLines = 400;
    private readonly List<(LLamaLogLevel Level, string Text)> _lines = [];

    /// <summary>The lines of every level but debug.</summary>
    public IEnumerable<string> Lines => _lines.Select(line => line.Text);

    /// <summary>Whether an error was logged.</summary>
    public bool HasErrors => _lines.Exists(line => line.Level == LLamaLogLevel.Error);

    /// <summary>The error lines in one text, or an empty one.</summary>
    public string Reason => string.Join("; ", _lines.Where(line => line.Level == LLamaLogLevel.Error).Select(line => line.Text).Distinct());

    /// <summary>Takes a line in.</summary>
    public void Add(LLamaLogLevel level, string message)
    {
        if (level is LLamaLogLevel.Error or LLamaLogLevel.Warning or LLamaLogLevel.Info && _lines.Count < MostLines)
        {
            _lines.Add((level, message.Trim()));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => NativeLog.End(outer);
}
