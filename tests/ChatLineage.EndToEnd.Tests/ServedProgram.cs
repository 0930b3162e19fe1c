using System.Diagnostics;
using System.Text;
using ChatLineage.Testing;

namespace ChatLineage.EndToEnd.Tests;

/// <summary>The built program while it serves, as its own process.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource _said = NewSignal();

    private ServedProgram(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>What it wrote to standard error so far.</summary>
    public string Errors
    {
        get
        {
            lock (_lock)
                return _errors.ToString();
        }
    }

    /// <summary>Starts <c>chatlineage serve</c> without a model.</summary>
    /// <param name="environment">The settings.</param>
    public static ServedProgram Start(IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = BuiltProgram.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, ProgramFile.Name), "serve", "--no-model", "--knowledge", BuiltProgram.Knowledge })
            start.ArgumentList.Add(argument);
        start.Environment["CHATLINEAGE_SETTINGS"] = Path.Combine(AppContext.BaseDirectory, "no-settings-of-the-user.json");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ServedProgram(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
    }

    /// <summary>Waits until it has written something to standard error.</summary>
    public async Task SaysAsync(string text)
    {
        while (true)
        {
            Task said;
            lock (_lock)
            {
                if (_errors.ToString().Contains(text, StringComparison.Ordinal))
                    return;
                said = _said.Task;
            }

            await said.WaitAsync(Patience.Limit * 2);
        }
    }

    /// <summary>Kills it, as a machine does that loses its power.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Note(string? line)
    {
        lock (_lock)
        {
            _errors.AppendLine(line);
            _said.SetResult();
            _said = NewSignal();
        }
    }
}
