using System.ComponentModel.DataAnnotations;
using ChatLineage.Chat.Access;
using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord;

/// <summary>How to connect to Discord; the configuration section is <see cref="SectionName"/>.</summary>
public sealed class DiscordOptions : IValidatableObject
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Discord";

    /// <summary>The bot's token, from Bot > Token in the developer portal. A secret: set it in the environment or in user secrets.</summary>
    /// <value>Null, the default, leaves Discord out.</value>
    [RegularExpression(@"(?!(?i:bot) )[^\s""']+", ErrorMessage = "give the token alone: without 'Bot', spaces and quotation marks")]
    public string? Token { get; set; }

    /// <summary>Whether to ask for what people write without mentioning the bot. It must be switched on in the developer portal.</summary>
    /// <value>Null, the default, asks for it when the portal allows it; true insists, false never asks.</value>
    public bool? MessageContent { get; set; }

    /// <summary>How many shards there are in all processes together.</summary>
    /// <value>Null, the default, for as many as Discord recommends; otherwise 1 to 10,000.</value>
    [Range(1, 10_000)]
    public int? ShardCount { get; set; }

    /// <summary>The shards of this process.</summary>
    /// <value>Empty, the default, for all. Needs <see cref="ShardCount"/>.</value>
    public IList<int> ShardIds { get; init; } = [];

    /// <summary>Where the API is; for proxies and tests.</summary>
    /// <value>Null, the default, for Discord's own: <c>https://discord.com/api/v10</c>.</value>
    public Uri? ApiAddress { get; set; }

    /// <summary>Where the gateway is; for proxies and tests.</summary>
    /// <value>Null, the default, for the address that the API names.</value>
    public Uri? GatewayAddress { get; set; }

    /// <summary>Whether to connect to the gateway. Without it only commands, buttons and the menu of messages work, over HTTP.</summary>
    /// <value>True by default; false needs <see cref="PublicKey"/>.</value>
    public bool Gateway { get; set; } = true;

    /// <summary>The application's public key, which shows that an interaction over HTTP is from Discord.</summary>
    /// <value>Null, the default, listens for none; otherwise the 64 hexadecimal digits of General Information > Public Key.</value>
    [RegularExpression("[0-9A-Fa-f]{64}", ErrorMessage = "give the 64 hexadecimal digits of General Information > Public Key in the developer portal")]
    public string? PublicKey { get; set; }

    /// <summary>Where interactions are listened for when there is a <see cref="PublicKey"/>, behind whatever speaks TLS.</summary>
    /// <value><c>http://127.0.0.1:8643/</c> by default; ends with a slash.</value>
    [Required]
    [RegularExpression("http://[^/]+/(.*/)?", ErrorMessage = "give an address that ends with a slash, like http://127.0.0.1:8643/")]
    public string ListenOn { get; set; } = "http://127.0.0.1:8643/";

    /// <summary>Where the bot answers, and whom.</summary>
    public AccessOptions Access { get; set; } = new();

    /// <summary>True when there is a token.</summary>
    public bool IsConfigured => !string.IsNullOrEmpty(Token);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ShardIds.Count > 0 && ShardCount is null)
            yield return new ValidationResult("set ShardCount as well: the number of shards in all processes together", [nameof(ShardIds)]);
        else if (ShardIds.Any(id => id < 0 || id >= ShardCount))
            yield return new ValidationResult("give ids from 0 to one less than ShardCount", [nameof(ShardIds)]);
        foreach (var (key, _) in Access.AllIds().Where(each => !Snowflake.TryParse(each.Id, out _)))
        {
            yield return new ValidationResult(
                "give the id and not the name: switch on Developer Mode in Discord, and copy the id from the menu of the server, channel or role",
                [$"{nameof(Access)}:{key}"]);
        }

        if (!Gateway && PublicKey is null)
            yield return new ValidationResult("without the gateway, PublicKey is needed for interactions over HTTP", [nameof(Gateway)]);
    }
}
