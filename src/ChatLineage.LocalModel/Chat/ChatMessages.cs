using ChatLineage.LocalModel.Runtime;
using Microsoft.Extensions.AI;

namespace ChatLineage.LocalModel.Chat;

/// <summary>Turns messages into the turns of a chat template.</summary>
internal static class ChatMessages
{
    /// <summary>The turns, the instructions of the options first.</summary>
    /// <exception cref="ArgumentException">There is no message.</exception>
    /// <exception cref="NotSupportedException">A message holds something else than text, or tools are asked for.</exception>
    public static IReadOnlyList<TemplateMessage> ToTurns(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        if (options is { Tools.Count: > 0, ToolMode: not NoneChatToolMode })
        {
            throw new NotSupportedException("The local model cannot call tools. Leave ChatOptions.Tools empty, or set ToolMode to None.");
        }

        var turns = new List<TemplateMessage>();
        if (!string.IsNullOrEmpty(options?.Instructions))
        {
            turns.Add(new TemplateMessage("system", options.Instructions));
        }

        foreach (var message in messages)
        {
            if (message.Contents
                .FirstOrDefault(content => content is not (TextContent or TextReasoningContent or UsageContent)) is { } other)
            {
                throw new NotSupportedException(
                    $"The local model reads text only; a message with the role '{message.Role}' holds {other.GetType().Name}.");
            }

            turns.Add(new TemplateMessage(message.Role.Value, message.Text));
        }

        return turns.Count > 0
            ? turns
            : throw new ArgumentException("There is no message to answer.", nameof(messages));
    }
}
