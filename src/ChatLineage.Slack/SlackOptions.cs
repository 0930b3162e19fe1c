using System.ComponentModel.DataAnnotations;
using ChatLineage.Chat.Access;

namespace ChatLineage.Slack;

/// <summary>The connection to Slack; the configuration section is <see cref="SectionName"/>.</summary>
public sealed class SlackOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Slack";

    /// <summary>The token of the bot, from OAuth &amp; Permissions. A secret: set it in the environment or in user secrets.</summary>
    /// <value>Begins with <c>xoxb-</c>. Null, the default, leaves Slack out.</value>
    [RegularExpression("xoxb-[A-Za-z0-9-]+", ErrorMessage = "give the Bot User OAuth Token, which begins with xoxb-")]
    public string? BotToken { get; set; }

    /// <summary>The app-level token with the scope <c>connections:write</c>, from Basic Information. A secret like the other.</summary>
    /// <value>Begins with <c>xapp-</c>. Needed with <see cref="SlackMode.Socket"/>.</value>
    [RegularExpression("xapp-[A-Za-z0-9-]+", ErrorMessage = "give the App-Level Token, which begins with xapp-")]
    public string? AppToken { get; set; }

    /// <summary>The secret that requests are signed with, from Basic Information. A secret like the tokens.</summary>
    /// <value>Needed with <see cref="SlackMode.Http"/>.</value>
    public string? SigningSecret { get; set; }

    /// <summary>How Slack delivers.</summary>
    /// <value><see cref="SlackMode.Socket"/> by default.</value>
    public SlackMode Mode { get; set; }

    /// <summary>How many connections of Socket Mode are open at once.</summary>
    /// <value>2 by default, so that one can be replaced while the other listens; 1 to 10.</value>
    [Range(1, 10)]
    public int Connections { get; set; } = 2;

    /// <summary>Where requests are listened for with <see cref="SlackMode.Http"/>, behind whatever speaks TLS.</summary>
    /// <value><c>http://127.0.0.1:8642/</c> by default; ends with a slash.</value>
    [Required]
    [RegularExpression("http://[^/]+/(.*/)?", ErrorMessage = "give an address that ends with a slash, like http://127.0.0.1:8642/")]
    public string ListenOn { get; set; } = "http://127.0.0.1:8642/";

    /// <summary>The ids of the people who see on the app's home where the notes fell short.</summary>
    /// <value>Empty by default: nobody.</value>
    public IList<string> Maintainers { get; init; } = [];

    /// <summary>Where the bot answers, and whom.</summary>
    public AccessOptions Access { get; init; } = new();

    /// <summary>Where Slack's Web API is; for proxies and tests.</summary>
    /// <value><c>https://slack.com/api/</c> by default; ends with a slash.</value>
    [Required]
    public Uri ApiAddress { get; set; } = new("https://slack.com/api/");

    /// <summary>True when there is a token.</summary>
    public bool IsConfigured => !string.IsNullOrEmpty(BotToken);
}
