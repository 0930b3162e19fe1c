using Microsoft.Extensions.Options;

namespace ChatLineage.Discord;

/// <summary>Checks <see cref="DiscordOptions"/> by their annotations.</summary>
[OptionsValidator]
public sealed partial class DiscordOptionsValidator : IValidateOptions<DiscordOptions>;
