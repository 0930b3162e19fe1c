using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLineage.Slack.Protocol.Deliveries;

namespace ChatLineage.Slack.Protocol.EventsApi;

/// <summary>Reads the body of a request: events are JSON, a slash command is a form, and an interaction is JSON in a form.</summary>
internal static class DeliveryBody
{
    /// <summary>The delivery; null for what is none.</summary>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public static Delivery? Read(string? contentType, ReadOnlyMemory<byte> body)
    {
        if (contentType is null || !contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return Object(body) is { } payload ? new Delivery(DeliveryKind.Event, payload) : null;
        var form = Form(Encoding.UTF8.GetString(body.Span));
        if (form.TryGetValue("payload", out var json))
            return Object(Encoding.UTF8.GetBytes(json)) is { } payload ? new Delivery(DeliveryKind.Interaction, payload) : null;
        if (!form.ContainsKey("command"))
            return null;
        var fields = new JsonObject(form.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)JsonValue.Create(field.Value))));
        return Object(Encoding.UTF8.GetBytes(fields.ToJsonString())) is { } command ? new Delivery(DeliveryKind.SlashCommand, command) : null;
    }

    private static JsonElement? Object(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
    }

    private static Dictionary<string, string> Form(string text)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = field.Split('=', 2);
            form[WebUtility.UrlDecode(parts[0])] = parts.Length > 1 ? WebUtility.UrlDecode(parts[1]) : "";
        }

        return form;
    }
}
