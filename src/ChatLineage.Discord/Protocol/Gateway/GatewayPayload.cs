using System.Text.Json;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>The envelope of everything that the gateway sends.</summary>
/// <param name="Op">What it is.</param>
/// <param name="Sequence">The number of an event; null otherwise.</param>
/// <param name="Event">The name of an event; null otherwise.</param>
/// <param name="Data">The content, as JSON; empty when there is none. A part of the memory that was read, so it lives as long as that.</param>
internal readonly record struct GatewayPayload(Opcode Op, long? Sequence, string? Event, ReadOnlyMemory<byte> Data)
{
    /// <summary>Reads an envelope and leaves its content unread: most events are of no interest.</summary>
    /// <exception cref="JsonException">It is not an envelope.</exception>
    public static GatewayPayload Read(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A gateway payload is an object.");
        int? op = null;
        long? sequence = null;
        string? name = null;
        var data = ReadOnlyMemory<byte>.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isOp = reader.ValueTextEquals("op"u8);
            var isSequence = reader.ValueTextEquals("s"u8);
            var isName = reader.ValueTextEquals("t"u8);
            var isData = reader.ValueTextEquals("d"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (isOp && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var code))
                op = code;
            else if (isSequence && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))
                sequence = number;
            else if (isName && reader.TokenType == JsonTokenType.String)
                name = reader.GetString();
            reader.Skip();
            if (isData)
                data = json[start..(int)reader.BytesConsumed];
        }

        return op is { } value ? new GatewayPayload((Opcode)value, sequence, name, data) : throw new JsonException("A gateway payload needs an op.");
    }
}
