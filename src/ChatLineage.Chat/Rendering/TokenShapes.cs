using System.Text.RegularExpressions;

namespace ChatLineage.Chat.Rendering;

/// <summary>Keeps what looks like a secret out of what the bot says, should somebody have pasted one or a note hold one.</summary>
public static partial class TokenShapes
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Withheld = "(withheld: looks like a secret)";

    /// <summary>The text with everything that has the shape of a token taken out.</summary>
    public static string Redact(string text) => Token().Replace(text, Withheld);

    // Discord bot tokens; Slack tokens and webhooks; Hugging Face, GitHub, GitLab, OpenAI-style and AWS keys; JSON web tokens; private keys.
    [GeneratedRegex(
        @"\b[MNO][A-Za-z0-9_-]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,45}\b" +
        @"|\bx(?:ox[abeoprs]|app)-[A-Za-z0-9-]{10,}" +
        @"|https://hooks\.slack\.com/[A-Za-z0-9/]+|https://(?:ptb\.|canary\.)?discord(?:app)?\.com/api/webhooks/[0-9]+/[A-Za-z0-9_-]+" +
        @"|\bhf_[A-Za-z0-9]{30,}|\bgh[oprsu]_[A-Za-z0-9]{30,}|\bgithub_pat_[A-Za-z0-9_]{40,}|\bglpat-[A-Za-z0-9_-]{20,}" +
        @"|\bsk-(?:[a-z]+-)?[A-Za-z0-9_-]{24,}|\bAKIA[A-Z0-9]{16}\b" +
        @"|\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}" +
        @"|-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----)?",
        RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
