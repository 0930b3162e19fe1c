using Microsoft.Extensions.Options;

namespace ChatLineage.Slack;

/// <summary>Checks <see cref="SlackOptions"/>: each value, and that what the mode needs is there.</summary>
public sealed class SlackOptionsValidator : IValidateOptions<SlackOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var failures = new List<string>(new SlackOptionsAnnotations().Validate(name, options).Failures ?? []);
        if (options.IsConfigured && options.Mode == SlackMode.Socket && string.IsNullOrEmpty(options.AppToken))
            failures.Add($"{nameof(SlackOptions.AppToken)}: it is missing, and Socket Mode needs the app-level token that begins with xapp-");
        if (options.IsConfigured && options.Mode == SlackMode.Http && string.IsNullOrEmpty(options.SigningSecret))
            failures.Add($"{nameof(SlackOptions.SigningSecret)}: it is missing, and requests cannot be trusted without it");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
