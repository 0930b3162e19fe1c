namespace ChatLineage.Testing.Discord.Server;

/// <summary>An interaction that the bot can respond to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Token">Lets the bot respond.</param>
/// <param name="ChannelId">Where it was made.</param>
/// <param name="At">When.</param>
internal sealed record OpenInteraction(ulong Id, string Token, ulong ChannelId, DateTimeOffset At)
{
    /// <summary>The kind of the first response; null before it.</summary>
    public int? Responded { get; set; }

    /// <summary>The content of the first response, as JSON.</summary>
    public string? Response { get; set; }

    /// <summary>The message that the first response became.</summary>
    public ulong? Original { get; set; }

    /// <summary>True after a deferral that was not edited yet: a follow-up then takes its place.</summary>
    public bool Waiting { get; set; }
}
