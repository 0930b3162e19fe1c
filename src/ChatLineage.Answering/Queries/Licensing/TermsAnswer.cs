using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Licensing;

/// <summary>Says what a licence allows.</summary>
internal static class TermsAnswer
{
    public static QueryResult Evaluate(LicenceQuery query, EvaluationContext context)
    {
        if (Line(query.Entity) is not { } line)
        {
            var about = context.Facts.From(query.Entity, Predicates.About).FirstOrDefault();
            return about is null
                ? Abstain.NotRecorded($"the terms of the {query.Entity.Name}", Abstain.Nearest(query.Entity, context), query.Entity)
                : new QueryResult { Statements = [Statement.Of(about.Line.Text, about.Line)], Named = [query.Entity] };
        }

        var lead = !query.YesNo ? "" : query.Entity.Terms!.Commercial switch
        {
            CommercialUse.Allowed => "Yes. ",
            CommercialUse.Conditional => "Yes, with conditions. ",
            _ => "No. ",
        };
        return new QueryResult
        {
            Statements = [Statement.Of(lead + line.Text, line)],
            Expected = new Expectation(query.YesNo ? query.Entity.Terms!.Commercial != CommercialUse.Forbidden : null, []),
            Named = [query.Entity],
        };
    }

    /// <summary>What the licence allows, as a sentence; null when its terms are not recorded.</summary>
    public static EvidenceLine? Line(Entity licence)
    {
        if (licence.Terms is not { Sources.IsEmpty: false } terms)
            return null;
        var use = terms.Commercial switch
        {
            CommercialUse.Allowed => "allows commercial use",
            CommercialUse.Conditional => "allows commercial use with conditions",
            _ => "does not allow commercial use",
        };
        var conditions = terms.Conditions is { } text ? terms.Commercial == CommercialUse.Forbidden ? $": it {text}" : $" and {text}" : "";
        return new EvidenceLine($"{Article(licence.Name)} {use}{conditions}.", [.. terms.Sources.Take(2)], []);
    }

    /// <summary>A licence's name with the article that English puts before it.</summary>
    public static string Article(string name) => name.Contains("icen", StringComparison.Ordinal)
        || name.Contains("Terms", StringComparison.Ordinal) || name.Contains("Agreement", StringComparison.Ordinal) ? "The " + name : name;
}
