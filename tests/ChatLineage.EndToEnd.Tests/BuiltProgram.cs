using System.Diagnostics;

namespace ChatLineage.EndToEnd.Tests;

/// <summary>The built <c>chatlineage</c> program, run as its own process.</summary>
internal static class BuiltProgram
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(2);

    /// <summary>The folder that holds <c>ChatLineage.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The notes of the working copy.</summary>
    public static string Knowledge => Path.Combine(Root, "knowledge");

    /// <summary>Runs the program without input.</summary>
    public static Task<ProgramRun> RunAsync(params string[] arguments) => RunAsync(arguments, "", Root, []);

    /// <summary>Runs the program.</summary>
    /// <param name="arguments">What is typed behind its name.</param>
    /// <param name="input">What comes through standard input.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="environment">Variables on top of those of the test.</param>
    public static Task<ProgramRun> RunAsync(string[] arguments, string input, string folder, Dictionary<string, string> environment) =>
        RunAsync(Path.Combine(AppContext.BaseDirectory, ProgramFile.Name), arguments, input, folder, environment);

    /// <summary>Runs a copy of the program.</summary>
    /// <param name="program">The path of its <c>chatlineage.dll</c>.</param>
    /// <param name="arguments">What is typed behind its name.</param>
    /// <param name="input">What comes through standard input.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="environment">Variables on top of those of the test.</param>
    public static async Task<ProgramRun> RunAsync(string program, string[] arguments, string input, string folder, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(program);

        // What the person who runs the tests has chosen for himself must not change their outcome.
        start.Environment["CHATLINEAGE_SETTINGS"] = Path.Combine(AppContext.BaseDirectory, "no-settings-of-the-user.json");
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var limit = new CancellationTokenSource(TimeLimit);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"chatlineage {string.Join(' ', arguments)} ran for more than {TimeLimit}.");
        }

        return new ProgramRun(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ChatLineage.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"ChatLineage.sln was not found above '{AppContext.BaseDirectory}'. Run the tests from a working copy.");
    }
}
