using ChatLineage.Answering.Checking.Assertions;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Judging;

/// <summary>Judges dates.</summary>
/// <param name="context">The notes.</param>
/// <param name="year">The year of the text, for dates without one; null when the text gives none.</param>
internal sealed class DateJudge(EvaluationContext context, int? year)
{
    public Judgement Judge(DateAssertion stated)
    {
        Judgement? first = null;
        foreach (var subject in stated.Subjects)
        {
            var judged = Judge(subject, stated.Date);
            if (judged.Verdict == StatementVerdict.Supported)
                return judged;
            first ??= judged;
        }

        return first ?? Judgement.NotRecorded(null);
    }

    public Judgement Judge(IntervalAssertion stated)
    {
        if (Dating.Of(stated.Subject!, context) is not { } later || Dating.Of(stated.Earlier, context) is not { } earlier)
            return Judgement.NotRecorded(null);
        var days = later.Date.Earliest.DayNumber - earlier.Date.Earliest.DayNumber;
        var slack = Math.Max(2, stated.Days * 2 / 5) + (later.Date.Day is null || earlier.Date.Day is null ? 31 : 0);
        var text = $"{earlier.Line.Text} {later.Line.Text}";
        return Judgement.Of(Math.Abs(days - stated.Days) <= slack ? StatementVerdict.Supported : StatementVerdict.Contradicted, text,
            earlier.Line, later.Line);
    }

    /// <summary>True when a date of a text and one of the notes agree; without a year, the day of the year decides.</summary>
    public bool Agrees(PartialDate stated, PartialDate actual)
    {
        if (stated.Year > 1)
            return stated.Agrees(actual);
        // «in November», written in May, is the November before.
        if (year is { } own && actual.Year != own && actual.Year != own - 1)
            return false;
        var day = stated.Month is { } month && stated.Day > DateTime.DaysInMonth(actual.Year, month) ? null : stated.Day;
        return new PartialDate(actual.Year, stated.Month, day).Agrees(actual);
    }

    private Judgement Judge(Entity subject, PartialDate stated)
    {
        if (Dating.Of(subject, context) is not { } dating)
            return Elsewhere(subject, stated) ?? Judgement.NotRecorded(Abstain.Nearest(subject, context));
        foreach (var conflict in dating.Conflicts)
        {
            if (ConflictSides.Judge(conflict, side => Is(side, stated), context) is { } judged
                && (judged.Verdict != StatementVerdict.Contradicted || !Agrees(stated, dating.Date)))
                return judged;
        }

        var told = $"{dating.Entity.Name} {Dating.Verb(subject)} {dating.Date.ToPhrase()}.";
        if (Agrees(stated, dating.Date))
            return Judgement.Of(StatementVerdict.Supported, told, dating.Line);
        return Elsewhere(subject, stated) ?? Judgement.Of(StatementVerdict.Contradicted, told, dating.Line);
    }

    private bool Is(ConflictSide side, PartialDate stated) => PartialDate.TryParse(side.Value, out var date) && Agrees(stated, date);

    // A second release, or another act of its makers, that the notes date so.
    private Judgement? Elsewhere(Entity subject, PartialDate stated)
    {
        var fact = context.Facts.From(subject, Predicates.ReleasedBy, Predicates.CreatedBy)
            .FirstOrDefault(each => each.Claims.Any(claim => claim.On is { } on && stated.Day is not null == (on.Day is not null)
            && Agrees(stated, on)));
        if (fact is null)
            return null;
        var claim = fact.Claims.First(each => each.On is { } on && Agrees(stated, on));
        return Judgement.Of(StatementVerdict.Supported, ClaimWording.Sentence(claim), ClaimWording.Line(claim));
    }
}
