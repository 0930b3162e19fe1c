using System.ComponentModel.DataAnnotations;

namespace ChatLineage.Chat.Storage.Database;

/// <summary>A message that was taken.</summary>
internal sealed class MessageRow
{
    [MaxLength(50)]
    public required string Platform { get; set; }

    [MaxLength(200)]
    public required string MessageId { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>The message as JSON while a reply is owed; null once it is settled.</summary>
    public string? Pending { get; set; }

    /// <summary>The platform's id of the answer.</summary>
    [MaxLength(200)]
    public string? PostedId { get; set; }

    /// <summary>The conversation that the answer belongs to, for replies to it.</summary>
    [MaxLength(200)]
    public string? Conversation { get; set; }
}
