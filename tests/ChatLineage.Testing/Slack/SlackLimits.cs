using System.Text.Json;

namespace ChatLineage.Testing.Slack;

/// <summary>What Slack refuses of a message (https://docs.slack.dev/reference/block-kit/blocks, chat.postMessage, chat.update).</summary>
internal static class SlackLimits
{
    /// <summary>The error; null for a message that is fine.</summary>
    public static string? Error(ApiCall call, bool isUpdate)
    {
        var text = call.Text("text") ?? "";
        var hasBlocks = call.Arguments.TryGetProperty("blocks", out var blocks) && blocks.ValueKind == JsonValueKind.Array && blocks.GetArrayLength() > 0;
        if (text.Length == 0 && !hasBlocks)
            return "no_text";
        if (isUpdate && !hasBlocks && text.Length > 4000)
            return "msg_too_long";
        if (!hasBlocks)
            return null;
        if (blocks.GetArrayLength() > 50 || blocks.EnumerateArray().Any(IsBad))
            return "invalid_blocks";
        return text.Length + blocks.EnumerateArray().Sum(Length) > 13_200 ? "msg_blocks_too_long" : null;
    }

    private static bool IsBad(JsonElement block) => block.GetProperty("type").GetString() switch
    {
        "section" => block.GetProperty("text").GetProperty("text").GetString() is { Length: < 1 or > 3000 },
        "context" => block.GetProperty("elements").GetArrayLength() is < 1 or > 10,
        "actions" => block.GetProperty("elements").GetArrayLength() is < 1 or > 25,
        "header" => block.GetProperty("text").GetProperty("text").GetString()!.Length > 150,
        "divider" => false,
        _ => true,
    };

    private static int Length(JsonElement block) => block.GetProperty("type").GetString() switch
    {
        "section" => block.GetProperty("text").GetProperty("text").GetString()!.Length,
        "context" => block.GetProperty("elements").EnumerateArray().Sum(element => element.GetProperty("text").GetString()!.Length),
        _ => 0,
    };
}
