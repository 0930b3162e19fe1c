using ChatLineage.Answering.Drafting;
using Microsoft.Extensions.Options;

namespace ChatLineage.Cli.Settings;

/// <summary>Checks <see cref="DrafterOptions"/> by their annotations.</summary>
[OptionsValidator]
internal sealed partial class DrafterOptionsValidator : IValidateOptions<DrafterOptions>;
