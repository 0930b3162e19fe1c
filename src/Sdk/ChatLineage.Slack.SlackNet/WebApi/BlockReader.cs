using System.Text.Json.Nodes;
using ChatLineage.Slack.Protocol.WebApi;
using Newtonsoft.Json;
using SlackNet;
using SlackNet.Blocks;

namespace ChatLineage.Slack.SlackNet.WebApi;

/// <summary>Turns the Block Kit that ChatLineage.Slack writes into SlackNet's types.</summary>
internal sealed class BlockReader(SlackJsonSettings settings)
{
    public List<Block> Blocks(MessageBody body) => [.. body.Blocks.Select(Read<Block>)];

    /// <summary>A block, a form or a home.</summary>
    public T Read<T>(JsonObject json) => JsonConvert.DeserializeObject<T>(json.ToJsonString(), settings.SerializerSettings)!;
}
