using ChatLineage.Answering.Checking.Assertions;
using ChatLineage.Answering.Queries;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Judging;

/// <summary>Judges assertions of every kind.</summary>
/// <remarks>Keeps no state; safe from any number of threads.</remarks>
internal sealed class AssertionJudge
{
    private readonly RelationJudge _relations;
    private readonly DateJudge _dates;
    private readonly SizeJudge _sizes;
    private readonly HappeningJudge _happenings;
    private readonly PlainJudge _plain;

    /// <param name="context">The notes.</param>
    /// <param name="year">The year of the text, for dates without one; null when the text gives none.</param>
    public AssertionJudge(EvaluationContext context, int? year)
    {
        _relations = new RelationJudge(context);
        _dates = new DateJudge(context, year);
        _sizes = new SizeJudge(context);
        _happenings = new HappeningJudge(context, _dates);
        _plain = new PlainJudge(context);
    }

    /// <summary>The judgement and the entity that it is about; null for what the notes have nothing near to.</summary>
    public (Judgement Judgement, Entity? Subject)? Judge(Assertion assertion) => assertion switch
    {
        RelationAssertion relation => (_relations.Judge(relation), relation.Subject),
        DateAssertion date => (_dates.Judge(date), date.Subject),
        IntervalAssertion interval => (_dates.Judge(interval), interval.Subject),
        SizeAssertion size => (_sizes.Judge(size), size.Subject),
        HappeningAssertion happening => _happenings.Judge(happening),
        OpennessAssertion openness => (_plain.Judge(openness), openness.Subject),
        CountAssertion count => (_plain.Judge(count), null),
        _ => throw new InvalidOperationException($"Nothing judges {assertion.GetType().Name}."),
    };
}
