using System.Text.Json.Nodes;

namespace ChatLineage.Slack.Protocol.Blocks;

/// <summary>Builds the blocks that messages, forms and the home are made of.</summary>
/// <remarks>
/// Limits of https://docs.slack.dev/reference/block-kit/blocks, checked 2026-08: 50 blocks a message, 100 a form or home; a section takes
/// 3,000 characters. Together a message takes some 13,200 (slackapi/bolt-js #2509), which no page of Slack says.
/// </remarks>
internal static class BlockKit
{
    public const int MaxSection = 3000;
    public const int MaxBlocks = 50;
    public const int MaxContextElements = 10;

    /// <summary>Text in mrkdwn; at most <see cref="MaxSection"/> characters.</summary>
    public static JsonObject Section(string mrkdwn) => new() { ["type"] = "section", ["text"] = Mrkdwn(mrkdwn) };

    /// <summary>Small grey text, in up to <see cref="MaxContextElements"/> pieces of mrkdwn.</summary>
    public static JsonObject Context(params IEnumerable<string> pieces) =>
        new() { ["type"] = "context", ["elements"] = new JsonArray([.. pieces.Select(Mrkdwn)]) };

    public static JsonObject Header(string text) => new() { ["type"] = "header", ["text"] = Plain(text) };

    public static JsonObject Divider() => new() { ["type"] = "divider" };

    public static JsonObject Actions(params IEnumerable<JsonObject> elements) =>
        new() { ["type"] = "actions", ["elements"] = new JsonArray([.. elements]) };

    public static JsonObject Button(string label, string actionId, string value) =>
        new() { ["type"] = "button", ["text"] = Plain(label), ["action_id"] = actionId, ["value"] = value };

    /// <summary>A form.</summary>
    /// <param name="callbackId">Its name.</param>
    /// <param name="title">At most 24 characters.</param>
    /// <param name="kept">What Slack keeps in it; at most 3,000 characters.</param>
    /// <param name="blocks">What it shows.</param>
    public static JsonObject Modal(string callbackId, string title, string kept, params IEnumerable<JsonObject> blocks) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = callbackId,
        ["private_metadata"] = kept,
        ["title"] = Plain(title),
        ["submit"] = Plain("Send"),
        ["close"] = Plain("Cancel"),
        ["blocks"] = new JsonArray([.. blocks]),
    };

    /// <summary>A field for several lines that may stay empty.</summary>
    public static JsonObject Input(string blockId, string actionId, string label, int maxLength) => new()
    {
        ["type"] = "input",
        ["block_id"] = blockId,
        ["optional"] = true,
        ["label"] = Plain(label),
        ["element"] = new JsonObject { ["type"] = "plain_text_input", ["action_id"] = actionId, ["multiline"] = true, ["max_length"] = maxLength },
    };

    public static JsonObject Home(params IEnumerable<JsonObject> blocks) =>
        new() { ["type"] = "home", ["blocks"] = new JsonArray([.. blocks]) };

    private static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text };

    private static JsonNode Mrkdwn(string text) => new JsonObject { ["type"] = "mrkdwn", ["text"] = text };
}
