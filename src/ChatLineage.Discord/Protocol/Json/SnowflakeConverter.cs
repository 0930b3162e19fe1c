using System.Text.Json;
using System.Text.Json.Serialization;
using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Protocol.Json;

/// <summary>Ids are strings in JSON, since JavaScript cannot hold 64 bits; numbers are read as well.</summary>
internal sealed class SnowflakeConverter : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var number))
            return new Snowflake(number);
        if (reader.TokenType == JsonTokenType.String && Snowflake.TryParse(reader.GetString(), out var snowflake))
            return snowflake;
        throw new JsonException("A snowflake was expected: decimal digits in a string.");
    }

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
