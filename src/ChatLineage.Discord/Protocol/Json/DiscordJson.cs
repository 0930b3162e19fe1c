using System.Text.Json.Serialization;
using ChatLineage.Discord.Protocol.Gateway;
using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;

namespace ChatLineage.Discord.Protocol.Json;

/// <summary>The JSON of Discord: snake case, absent instead of null. Generated when the program is built, so that nothing is looked up by reflection.</summary>
/// <remarks>
/// Generated readers set every init-only property, those absent from the JSON to null or zero. So defaults of what is received are put in by the
/// property itself: <c>init => field = value ?? []</c>.
/// </remarks>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]

// Received through the gateway.
[JsonSerializable(typeof(GatewayEvent.Ready), TypeInfoPropertyName = "Ready")]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(DeletedObject))]
[JsonSerializable(typeof(DeletedObjects))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(RoleChange))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(HelloData))]

// Sent through the gateway.
[JsonSerializable(typeof(GatewayCommand<IdentifyData>), TypeInfoPropertyName = "Identify")]
[JsonSerializable(typeof(GatewayCommand<ResumeData>), TypeInfoPropertyName = "Resume")]

// REST.
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Guild[]))]
[JsonSerializable(typeof(Message[]))]
[JsonSerializable(typeof(MessageContent))]
[JsonSerializable(typeof(InteractionResponse))]
[JsonSerializable(typeof(ApplicationCommand[]))]
[JsonSerializable(typeof(NewDirectChannel))]
[JsonSerializable(typeof(RestErrorBody))]
internal sealed partial class DiscordJson : JsonSerializerContext;
