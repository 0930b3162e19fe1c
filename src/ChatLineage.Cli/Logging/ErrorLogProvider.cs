using Microsoft.Extensions.Logging;

namespace ChatLineage.Cli.Logging;

/// <summary>Writes log entries to standard error, one line each, so that standard output holds nothing but answers.</summary>
internal sealed class ErrorLogProvider(TextWriter error, TimeProvider time) : ILoggerProvider
{
    private readonly Lock _lock = new();

    public ILogger CreateLogger(string categoryName) => new ErrorLog(this, categoryName);

    public void Dispose()
    {
        // The writer belongs to the console.
    }

    internal void Write(LogLevel level, string category, string message, Exception? exception)
    {
        var text = exception is null ? message : $"{message} {exception}";
        lock (_lock)
            error.WriteLine($"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ} {level} {category}: {text}");
    }
}
