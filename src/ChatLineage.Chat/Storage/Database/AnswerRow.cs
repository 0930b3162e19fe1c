using System.ComponentModel.DataAnnotations;

namespace ChatLineage.Chat.Storage.Database;

/// <summary>An answer.</summary>
internal sealed class AnswerRow
{
    /// <summary>Counts up, so that turns have an order.</summary>
    public long Sequence { get; set; }

    [MaxLength(32)]
    public required string AnswerId { get; set; }

    [MaxLength(50)]
    public required string Platform { get; set; }

    [MaxLength(200)]
    public required string Conversation { get; set; }

    [MaxLength(200)]
    public required string MessageId { get; set; }

    /// <summary>What was typed.</summary>
    public required string Asked { get; set; }

    /// <summary>The question, made self-contained.</summary>
    public required string Question { get; set; }

    /// <summary>The answer as JSON; see <see cref="TurnJson"/>.</summary>
    public required string Answer { get; set; }

    /// <summary>True when better notes would have given an answer.</summary>
    public required bool IsGap { get; set; }

    public required DateTimeOffset At { get; set; }
}
