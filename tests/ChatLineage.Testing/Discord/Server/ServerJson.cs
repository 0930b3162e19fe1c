using System.Text.Json;

namespace ChatLineage.Testing.Discord.Server;

/// <summary>What <see cref="DiscordServer"/> says of itself, as JSON.</summary>
internal static class ServerJson
{
    public static string Gateway(Uri address) => $$$"""
        {"url":"{{{address}}}","shards":1,"session_start_limit":{"total":1000,"remaining":999,"reset_after":1000,"max_concurrency":1}}
        """;

    public static string Application(int flags) => $$"""
        {"id":"{{DiscordServer.Application}}","name":"ChatLineage","owner":{"id":"1","username":"owner"},"flags":{{flags}}}
        """;

    public static string Guilds(string permissions) => $$"""[{"id":"{{DiscordServer.Guild}}","name":"Lineage","permissions":"{{permissions}}"}]""";

    public static string Channel(ulong id) => id switch
    {
        DiscordServer.Direct => $$"""{"id":"{{id}}","type":1,"recipients":[{"id":"{{DiscordServer.Person}}","username":"ada"}]}""",
        DiscordServer.Thread => $$"""
            {"id":"{{id}}","type":11,"guild_id":"{{DiscordServer.Guild}}","name":"a thread","parent_id":"{{DiscordServer.Channel}}",
             "thread_metadata":{"archived":false,"auto_archive_duration":1440,"archive_timestamp":"2026-01-01T00:00:00Z"} }
            """,
        _ => $$"""{"id":"{{id}}","type":0,"guild_id":"{{DiscordServer.Guild}}","name":"general","position":0,"permission_overwrites":[]}""",
    };

    public static string Of(PostedMessage message)
    {
        var reference = message.ReplyTo is { } other ? $$""","message_reference":{"message_id":"{{other}}"}""" : "";
        var first = message.FirstResponse is { } id ? $$""","original_response_message_id":"{{id}}" """ : "";
        var person = $$""" "user":{"id":"{{DiscordServer.Person}}","username":"ada"},"authorizing_integration_owners":{} """;
        var interaction = message.Interaction is { } made ? $$""","interaction_metadata":{"id":"{{made}}","type":2,{{person}}{{first}}}""" : "";
        return $$"""
            {"id":"{{message.Id}}","channel_id":"{{message.ChannelId}}","content":{{Text(message.Content)}},
             "author":{"id":"{{message.AuthorId}}","bot":{{(message.AuthorId == DiscordServer.Bot ? "true" : "false")}}}{{reference}}{{interaction}}}
            """;
    }

    public static string Text(string text) => JsonSerializer.Serialize(text);
}
