using System.Globalization;
using System.Text.RegularExpressions;

namespace ChatLineage.Testing.Discord.Server;

/// <summary>What <see cref="DiscordServer"/> sends over the gateway when somebody does something, as JSON.</summary>
public static partial class EventJson
{
    /// <summary>Somebody wrote. Who and what is mentioned is read from the text.</summary>
    /// <param name="id">The id of the message.</param>
    /// <param name="content">The text.</param>
    /// <param name="channel">Where.</param>
    /// <param name="referenced">What it replies to; null for nothing.</param>
    /// <param name="author">Who.</param>
    public static string Message(ulong id, string content, ulong channel, PostedMessage? referenced, ulong author)
    {
        var isMention = content.Contains(string.Create(CultureInfo.InvariantCulture, $"<@{DiscordServer.Bot}>"), StringComparison.Ordinal);
        var mentions = isMention || referenced?.AuthorId == DiscordServer.Bot ? """{"id":"7","username":"lineage","bot":true}""" : "";
        var roles = string.Join(',', RoleMention().Matches(content).Select(mention => $"\"{mention.Groups["id"].Value}\""));
        var guild = channel == DiscordServer.Direct ? "" : $$""" "guild_id":"{{DiscordServer.Guild}}","member":{"roles":["900"]}, """;
        var reference = referenced is null ? "" : $$"""
            "message_reference":{"message_id":"{{referenced.Id}}","channel_id":"{{channel}}"},"referenced_message":{{ServerJson.Of(referenced)}},
            """;
        return $$"""
            {"id":"{{id}}","channel_id":"{{channel}}",{{guild}}{{reference}}"type":{{(referenced is null ? 0 : 19)}},"content":{{ServerJson.Text(content)}},
             "author":{"id":"{{author}}","username":"ada"},"mentions":[{{mentions}}],"mention_roles":[{{roles}}]}
            """;
    }

    /// <summary>Somebody did something interactive.</summary>
    /// <param name="id">The id of the interaction.</param>
    /// <param name="type">2 command, 3 button, 4 autocomplete, 5 form.</param>
    /// <param name="data">The data, as JSON.</param>
    /// <param name="channel">Where.</param>
    /// <param name="more">More fields, as JSON that begins with a comma.</param>
    /// <param name="author">Who.</param>
    public static string Interaction(
        ulong id, int type, string data, ulong channel = DiscordServer.Channel, string more = "", ulong author = DiscordServer.Person)
    {
        var user = $$"""{"id":"{{author}}","username":"ada"}""";
        var actor = channel == DiscordServer.Direct
            ? $$""" "user":{{user}} """
            : $$""" "guild_id":"{{DiscordServer.Guild}}","member":{"user":{{user}},"roles":["900"]} """;
        var place = channel == DiscordServer.Thread
            ? $$"""{"id":"{{DiscordServer.Thread}}","type":11,"parent_id":"{{DiscordServer.Channel}}"}"""
            : $$"""{"id":"{{channel}}","type":{{(channel == DiscordServer.Direct ? 1 : 0)}}}""";
        return $$"""
            {"id":"{{id}}","application_id":"{{DiscordServer.Application}}","version":1,"app_permissions":"0","entitlements":[],"type":{{type}},
             "token":"{{DiscordServer.TokenOf(id)}}","channel_id":"{{channel}}","channel":{{place}},{{actor}},"data":{{data}}{{more}}}
            """;
    }

    [GeneratedRegex("<@&(?<id>[0-9]+)>")]
    private static partial Regex RoleMention();
}
