using System.ComponentModel.DataAnnotations;

namespace ChatLineage.Slack;

/// <summary>The connection to Slack; the configuration section is <see cref="SectionName"/>.</summary>
public sealed class SlackOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Slack";

    /// <summary>The token of the bot; from the environment (<c>CHATLINEAGE_Slack__BotToken</c>) or user secrets.</summary>
    /// <value>Begins with <c>xoxb-</c>. Null, the default, leaves Slack alone.</value>
    public string? BotToken { get; set; }

    /// <summary>The app-level token with the scope <c>connections:write</c>; from the environment or user secrets.</summary>
    /// <value>Begins with <c>xapp-</c>. Needed with <see cref="SlackMode.Socket"/>.</value>
    public string? AppToken { get; set; }

    /// <summary>The secret that requests are signed with; from the environment or user secrets.</summary>
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
    [RegularExpression("^http://[^/]+/(.*/)?$")]
    public string ListenOn { get; set; } = "http://127.0.0.1:8642/";

    /// <summary>The ids of the people who see on the app's home where the notes fell short.</summary>
    /// <value>Empty by default: nobody.</value>
    public IList<string> Maintainers { get; } = [];

    /// <summary>Where Slack's Web API is.</summary>
    /// <value><c>https://slack.com/api/</c> by default; another one for tests.</value>
    [Required]
    public Uri ApiAddress { get; set; } = new("https://slack.com/api/");
}
