using System.Net;

namespace ChatLineage.Discord.Protocol.Rest;

/// <summary>Discord refused a request.</summary>
public sealed class DiscordRestException : Exception
{
    /// <summary>Creates it.</summary>
    /// <param name="message">What was asked for, the status, and what to do.</param>
    /// <param name="status">The HTTP status; null when there was no answer.</param>
    /// <param name="code">Discord's error code; 0 when there is none.</param>
    public DiscordRestException(string message, HttpStatusCode? status, int code)
        : base(message)
    {
        Status = status;
        Code = code;
    }

    /// <summary>The HTTP status; null when the request was not sent.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Discord's error code (topics/opcodes-and-status-codes.mdx, "JSON Error Codes"); 0 when there is none.</summary>
    public int Code { get; }
}
