using System.Net;

namespace ChatLineage.Discord.Protocol.Rest;

/// <summary>What to do about a refusal.</summary>
internal static class RestAdvice
{
    public const string Token =
        "Discord refused the token. Reset it under Bot in the developer portal (https://discord.com/developers/applications) and set it as CHATLINEAGE_Discord__Token.";

    public static string For(HttpStatusCode status, int code) => (status, code) switch
    {
        (HttpStatusCode.Unauthorized, _) => Token,
        (_, 50001) => "The bot cannot see that channel or server: invite it with the link of 'chatlineage discord invite', and let it see the channel.",
        (_, 50013) => "The bot lacks a permission there: give its role those that 'chatlineage discord invite' asks for.",
        (_, 50035) => "Discord found a value in it that it does not take. This is a fault in the program; please report it.",
        (_, > 0) => "https://discord.com/developers/docs/topics/opcodes-and-status-codes says what that error means.",
        _ => "",
    };
}
