using Microsoft.Extensions.Logging;

namespace ChatLineage.Cli.Logging;

/// <summary>The log of one category.</summary>
internal sealed class ErrorLog(ErrorLogProvider provider, string category) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        provider.Write(logLevel, category, formatter(state, exception), exception);
}
