using Microsoft.Extensions.Options;

namespace ChatLineage.Chat;

/// <summary>Checks <see cref="ChatOptions"/> by their annotations.</summary>
[OptionsValidator]
public sealed partial class ChatOptionsValidator : IValidateOptions<ChatOptions>;
