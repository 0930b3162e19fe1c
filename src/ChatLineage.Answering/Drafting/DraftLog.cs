using System.Text;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Answering.Drafting;

/// <summary>What drafting logs. Words of users, notes and models appear at Trace only, in methods named so.</summary>
internal static partial class DraftLog
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Prompt '{Prompt}' rendered to {Characters} characters")]
    public static partial void PromptRendered(ILogger logger, string prompt, int characters);

    [LoggerMessage(Level = LogLevel.Trace, Message = "Prompt: {Text}")]
    public static partial void PromptRenderedSensitive(ILogger logger, StringBuilder text);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Sentence judged: supported {Supported}, {Citations} citations")]
    public static partial void SentenceJudged(ILogger logger, bool supported, int citations);

    [LoggerMessage(Level = LogLevel.Trace, Message = "Sentence withheld: {Text} ({Reason})")]
    public static partial void SentenceWithheldSensitive(ILogger logger, string text, string reason);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Draft with prompt '{Prompt}' version {Version}: {Kept} sentences kept, {Withheld} withheld")]
    public static partial void DraftCompleted(ILogger logger, string prompt, string version, int kept, int withheld);
}
