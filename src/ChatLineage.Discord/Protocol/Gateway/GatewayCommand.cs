using System.Text.Json.Serialization;

namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Something sent to the gateway.</summary>
/// <typeparam name="T">Its content.</typeparam>
internal sealed record GatewayCommand<T>([property: JsonPropertyName("op")] Opcode Op, [property: JsonPropertyName("d")] T Data);
