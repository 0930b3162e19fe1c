using System.Globalization;
using ChatLineage.Chat.Access;
using ChatLineage.Chat.Commands;
using ChatLineage.Chat.Limits;

namespace ChatLineage.Chat.Dispatch;

/// <summary>What the bot says when it says nothing about lineage. Plain text; renderers make it safe.</summary>
internal static class Notices
{
    public const string Failure =
        "Something broke on my side while I was answering. Please ask again; if it happens twice, the log of whoever runs me says why.";

    public const string NothingToAsk = "Ask me about a model, a dataset, a tool or an organisation of open-source AI, for example: What is StableVicuna built on?";
    public const string NoAnswerYet = "Nothing was answered here yet. Ask something first.";
    public const string NoSources = "That answer rests on no source.";
    public const string AnswerForgotten = "That answer is too old: I don't have it any more. Please ask the question again.";
    public const string ThanksUseful = "Thank you. Glad that it helped.";
    public const string ThanksNotUseful = "Thank you. The maintainers of the notes can see it.";
    public const string PassedOn = "Your question is with the maintainers of the notes now.";
    public const string PassedOnBefore = "You passed this question on already; the maintainers have it.";
    public const string NoPicture = "There is no lineage to draw for that answer.";
    public const string NoPicturesHere = "Pictures cannot be shown here.";

    public static string Refused(Admission admission) => admission switch
    {
        Admission.DirectRefused => "I don't answer direct messages here. Ask me in a channel of the server.",
        Admission.PersonRefused => "I only answer members of certain roles here. The people who run this server can tell you which.",
        _ => "I don't answer in this channel. The people who run this server can tell you where I do.",
    };

    public static string SlowDown(Pace pace)
    {
        var seconds = (int)pace.Wait.TotalSeconds;
        var wait = seconds == 1 ? "a second" : string.Create(CultureInfo.InvariantCulture, $"{seconds} seconds");
        return pace.Personal
            ? $"That is more questions than I take from one person at a time. Please ask again in {wait}."
            : $"This channel asks more than I can answer at the moment. Please ask again in {wait}.";
    }

    public static string Busy(int waiting) => string.Create(
        CultureInfo.InvariantCulture, $"{waiting} questions are waiting already. Please ask again in a minute.");

    public static string Help(string commandPrefix) => string.Join('\n',
    [
        "I answer questions about the lineage of open-source AI: what was built on, tuned from, trained on or released by what, under which licence, and who says so.",
        "Every sentence cites its sources. Where they are silent I say that I don't know, and where they disagree I say so.",
        "Ask in your own words, or use a command:",
        .. ChatCommands.All.Select(command => $"• {commandPrefix}{command.Usage}: {command.Description}"),
    ]);
}
