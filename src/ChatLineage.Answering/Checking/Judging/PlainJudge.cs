using ChatLineage.Answering.Checking.Assertions;
using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Attribute;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lineage;

namespace ChatLineage.Answering.Checking.Judging;

/// <summary>Judges openness, and counts of unnamed things.</summary>
internal sealed class PlainJudge(EvaluationContext context)
{
    public Judgement Judge(OpennessAssertion stated)
    {
        var subject = stated.Subject!;
        var result = OpennessAnswer.Evaluate(new AttributeQuery(subject, AttributeName.Openness, null, []), context);
        bool? open = subject.Openness switch
        {
            Openness.WeightsOpen => true,
            Openness.ResearchOnly or Openness.Closed => false,
            _ => LicenceInheritance.OwnLicences(context.Knowledge, subject)
                .Any(claim => claim.Object.Terms is { Commercial: not CommercialUse.Forbidden }) ? true : null,
        };
        if (open is not { } known)
            return Judgement.NotRecorded(null);
        var text = string.Join(' ', result.Statements.Select(statement => Plain(statement.Text)));
        return Judgement.Of(known == stated.Open ? StatementVerdict.Supported : StatementVerdict.Contradicted, text, result.Evidence);
    }

    public Judgement Judge(CountAssertion stated)
    {
        var facts = stated.Objects.SelectMany(target => context.Facts.To(target, stated.Predicates)).DistinctBy(fact => fact.Subject)
            .ToList();
        var text = facts.Count == 0 ? "" : $"{Listing.Of([.. facts.Select(fact => fact.Subject.Name)], 5)}: {facts.Count} are recorded.";
        return facts.Count >= stated.Least
            ? Judgement.Of(StatementVerdict.Supported, text, facts.Take(3).Select(fact => fact.Line))
            : Judgement.NotRecorded(facts.FirstOrDefault()?.Line);
    }

    // The answer's lead belongs to a question.
    private static string Plain(string text)
    {
        var cut = text.StartsWith("Yes", StringComparison.Ordinal) || text.StartsWith("No", StringComparison.Ordinal)
            ? text.IndexOfAny([':', '.']) : -1;
        return cut is > 0 and < 40 ? char.ToUpperInvariant(text[(cut + 1)..].TrimStart()[0]) + text[(cut + 1)..].TrimStart()[1..] : text;
    }
}
