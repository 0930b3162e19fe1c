using System.ComponentModel;
using System.Diagnostics;
using ChatLineage.Knowledge;

namespace ChatLineage.Cli.Commands.Knowledge;

/// <summary>The knowledge folder as it was in a git revision.</summary>
internal sealed class GitRevision(string folder, string revision)
{
    /// <summary>Reads the files of then: those of now, but for what git says has changed since.</summary>
    /// <exception cref="CommandException">Git cannot be run, the folder is in no repository, or there is no such revision.</exception>
    public async Task<IReadOnlyCollection<KnowledgeFile>> ReadAsync(IReadOnlyCollection<KnowledgeFile> now, CancellationToken cancellationToken)
    {
        // Checked first, so that text with a leading dash is never taken for an option.
        var commit = (await GitAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], cancellationToken)).Trim();
        var status = Split(await GitAsync(["diff", "--name-status", "--no-renames", "--relative", "-z", commit, "--", "."], cancellationToken));
        var untracked = Split(await GitAsync(["ls-files", "--others", "--exclude-standard", "-z", "--", "."], cancellationToken));
        var then = now.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (var path in untracked)
            then.Remove(path);
        foreach (var (change, path) in status.Chunk(2).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1])))
        {
            then.Remove(path);
            if (change != "A" && IsRead(path))
                then[path] = KnowledgeFile.Parse(path, await GitAsync(["show", $"{commit}:./{path}"], cancellationToken));
        }

        return then.Values;
    }

    private static bool IsRead(string path) =>
        (path.EndsWith(".md", StringComparison.Ordinal) && path.Contains('/') && !path.EndsWith("README.md", StringComparison.Ordinal)) || path.EndsWith(".yaml", StringComparison.Ordinal);

    private static string[] Split(string output) => output.Split('\0', StringSplitOptions.RemoveEmptyEntries);

    private async Task<string> GitAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", ["-C", folder, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var git = Process.Start(start) ?? throw new CommandException("git could not be started. Install git, or put it on the PATH.");
            var output = git.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = git.StandardError.ReadToEndAsync(cancellationToken);
            await git.WaitForExitAsync(cancellationToken);
            if (git.ExitCode == 0)
                return await output;
            var reason = (await errors).Trim() is { Length: > 0 } told ? told.Split('\n')[0] : $"there is no revision '{revision}'";
            throw new CommandException($"The notes of '{revision}' cannot be read from '{folder}': {reason}. Name a commit, a branch or a tag that 'git log' knows.");
        }
        catch (Win32Exception missing)
        {
            throw new CommandException("git could not be started. Install git, or put it on the PATH.", missing);
        }
    }
}
