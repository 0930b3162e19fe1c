using Microsoft.Extensions.Options;

namespace ChatLineage.Cli.Settings;

/// <summary>Checks <see cref="LogOptions"/> by their annotations.</summary>
[OptionsValidator]
internal sealed partial class LogOptionsValidator : IValidateOptions<LogOptions>;
