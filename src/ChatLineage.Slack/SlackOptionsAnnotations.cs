using Microsoft.Extensions.Options;

namespace ChatLineage.Slack;

/// <summary>Checks <see cref="SlackOptions"/> by their annotations.</summary>
[OptionsValidator]
internal sealed partial class SlackOptionsAnnotations : IValidateOptions<SlackOptions>;
