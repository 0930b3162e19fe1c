using System.Security.Cryptography;
using System.Text;
using ChatLineage.Chat.Platforms;

namespace ChatLineage.Chat.Dispatch;

/// <summary>Ids of answers.</summary>
public static class AnswerIds
{
    /// <summary>The id of the answer to a message: the same each time, so that one made again after a restart takes the place of the first.</summary>
    public static string Of(IncomingMessage message) => Of(message.Conversation.Platform, message.Id);

    /// <summary>The id of the answer to a message.</summary>
    public static string Of(string platform, string messageId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{platform}\n{messageId}")).AsSpan(0, 16));

    /// <summary>True for a text of the form of an id. What comes back from a platform can be anything.</summary>
    public static bool IsId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);
}
