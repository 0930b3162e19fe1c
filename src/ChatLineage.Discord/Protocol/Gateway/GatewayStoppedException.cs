namespace ChatLineage.Discord.Protocol.Gateway;

/// <summary>Discord will not take the bot until somebody changes something; the message says what.</summary>
public sealed class GatewayStoppedException : Exception
{
    /// <summary>Creates it with what to change.</summary>
    public GatewayStoppedException(string message)
        : base(message)
    {
    }
}
