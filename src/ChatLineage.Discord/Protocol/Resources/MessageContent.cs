namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>A message that the bot sends, or what an edit makes of it.</summary>
internal sealed record MessageContent
{
    /// <summary>Only the asker sees it (interactions only).</summary>
    public const int Ephemeral = 1 << 6;

    /// <summary>Links are not unfolded into previews.</summary>
    public const int SuppressEmbeds = 1 << 2;

    /// <summary>The longest text, in characters.</summary>
    public const int MaxLength = 2000;

    public string? Content { get; init; }

    public Component[]? Components { get; init; }

    public MessageReference? MessageReference { get; init; }

    public int? Flags { get; init; }

    /// <summary>At most 25 characters. With <see cref="EnforceNonce"/>, a second message with it is not made.</summary>
    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    /// <summary>The files sent along and, in an edit, those kept.</summary>
    public Attachment[]? Attachments { get; init; }

    /// <summary>Always nobody; written on edits too, since Discord works mentions out again.</summary>
    public AllowedMentions AllowedMentions { get; } = AllowedMentions.Nobody;
}
