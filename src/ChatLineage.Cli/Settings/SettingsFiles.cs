using Microsoft.Extensions.Configuration;

namespace ChatLineage.Cli.Settings;

/// <summary>
/// Reads the settings: <c>appsettings.json</c> beside the program, the user's own file (<see cref="UserSettings"/>),
/// <c>appsettings.json</c> in the current folder, user secrets, and environment variables that begin with <see cref="Prefix"/>. Later ones
/// win.
/// </summary>
internal static class SettingsFiles
{
    /// <summary>What the names of environment variables begin with: <c>CHATLINEAGE_Log__Level</c> is the key <c>Log:Level</c>.</summary>
    public const string Prefix = "CHATLINEAGE_";

    private const string FileName = "appsettings.json";

    /// <exception cref="SettingsException">A file is not valid JSON.</exception>
    public static IConfiguration Read()
    {
        try
        {
            // Without reloading on change, no file watcher has to be started.
            return new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, FileName), optional: true, reloadOnChange: false)
                .AddJsonFile(UserSettings.FilePath, optional: true, reloadOnChange: false)
                .AddJsonFile(Path.Combine(Environment.CurrentDirectory, FileName), optional: true, reloadOnChange: false)
                .AddUserSecrets(typeof(SettingsFiles).Assembly, optional: true, reloadOnChange: false)
                .AddEnvironmentVariables(Prefix)
                .Build();
        }
        catch (InvalidDataException broken)
        {
            throw new SettingsException($"{broken.Message} {broken.InnerException?.Message} Correct the file; appsettings.example.json shows one that is right.", broken);
        }
    }
}
