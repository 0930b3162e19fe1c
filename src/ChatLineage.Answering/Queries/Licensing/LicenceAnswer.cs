using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lineage;

namespace ChatLineage.Answering.Queries.Licensing;

/// <summary>Says under which licence something stands, what it inherits, and what that means for commercial use.</summary>
internal static class LicenceAnswer
{
    private const string Conditional = "Yes, with conditions: ";

    public static QueryResult Evaluate(LicenceQuery query, EvaluationContext context)
    {
        var own = Meant(query, LicenceInheritance.OwnLicences(context.Knowledge, query.Entity));
        // Terms that the thing states itself are only told as inherited where that is what was asked.
        var inherited = LicenceInheritance.Inherited(context.Knowledge, query.Entity)
            .Where(terms => (query.Inherited && !query.ClaimsNoMore) || own.All(claim => claim.Object != terms.Licence.Object))
                .ToImmutableArray();
        var conflicts = context.Knowledge.ConflictsAbout(query.Entity).Where(conflict => conflict.Predicate == Predicates.LicensedUnder)
            .ToImmutableArray();
        if (own.IsEmpty && inherited.IsEmpty)
            return Unlicensed(query, conflicts, context);
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var refuted = query.Claimed is { } said && conflicts.Any(conflict => conflict.Weaker is { } weaker
            && said.Aliases.Prepend(said.Name).Any(name => weaker.Value.Contains(name, StringComparison.OrdinalIgnoreCase)));
        var verdict = Verdict(query, own, inherited, refuted);
        var settling = query.Claimed is null ? null : conflicts.FirstOrDefault(conflict => conflict.Weaker is not null);
        AddOwn(query, own, verdict, statements);
        if (query is { Inherited: true, YesNo: true } && inherited.IsEmpty && !own.Any(SaysInherited))
            statements[0] = NothingInherited(query, own[0], query.Commercial || query.ClaimsNoMore ? verdict : "No. ");
        if (query.Inherited || query.Commercial || query.Claimed is not null || own.IsEmpty)
            AddInherited(query, inherited, statements, lead: own.IsEmpty ? verdict : "");
        foreach (var conflict in conflicts.Where(_ => !query.Commercial).Take(1))
            statements.Add(context.Conflicts.Aside(conflict));
        if (query.Commercial && query.YesNo)
            statements.Add(Statement.Of("(Not legal advice.)"));
        return new QueryResult
        {
            Statements = statements.DrainToImmutable(),
            FurtherEvidence = [.. own.Select(claim => TermsAnswer.Line(claim.Object)).OfType<EvidenceLine>()],
            Expected = new Expectation(
                query.YesNo && verdict.Length > 0 ? verdict.StartsWith("Yes", StringComparison.Ordinal) : null,
                query.Commercial ? [] : [[.. own.Select(claim => claim.Object).Concat(inherited.Select(terms => terms.Licence.Object))
                    .SelectMany(licence => licence.Aliases.Prepend(licence.Name))]]),
            Conflicts = settling is null ? conflicts : [settling],
            Named = [query.Entity, .. own.Select(claim => claim.Object)],
        };
    }

    // «the small one»: of several licences, the one whose detail names the variant.
    private static ImmutableArray<Claim> Meant(LicenceQuery query, ImmutableArray<Claim> own)
    {
        var meant = own.Where(claim => claim.Detail is { } detail && Tokenizer.Tokens(detail)
            .Any(token => (token.Capital || token.Text is "code" or "weights") && query.Hints.Contains(token.Text))).ToImmutableArray();
        return meant.IsEmpty ? own : meant;
    }

    private static string Verdict(LicenceQuery query, ImmutableArray<Claim> own, ImmutableArray<InheritedTerms> inherited, bool refuted)
    {
        if (query.Claimed is { } claimed)
        {
            var more = query.ClaimsNoMore && (!inherited.IsEmpty || own.Any(claim => claim.Object != claimed));
            var holds = own.Any(claim => claim.Object == claimed) && !more && !refuted;
            return !query.YesNo ? "" : holds ? "Yes. " : "No. ";
        }

        if (query.Inherited && !query.Commercial)
            return !query.YesNo ? "" : query.ClaimsNoMore ? (inherited.IsEmpty && own.All(IsFree) ? "Yes. " : "No. ") : inherited.IsEmpty
                && !own.Any(SaysInherited) ? "" : "Yes. ";
        if (!query.Commercial || !query.YesNo)
            return "";
        var uses = own.Select(claim => claim.Object.Terms?.Commercial).Concat(inherited.Select(terms => terms.Terms?.Commercial))
            .OfType<CommercialUse>().ToList();
        if (uses.Contains(CommercialUse.Forbidden))
            return "No. ";
        return uses.Count == 0 ? "" : uses.Contains(CommercialUse.Conditional) ? Conditional : "Yes. ";
    }

    private static bool SaysInherited(Claim licence) => licence.Detail?.Contains("inherit", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsFree(Claim licence) => licence.Object.Terms is { Commercial: CommercialUse.Allowed };

    private static void AddOwn(LicenceQuery query, ImmutableArray<Claim> own, string verdict, ImmutableArray<Statement>.Builder statements)
    {
        for (var i = 0; i < own.Length && i < 3; i++)
        {
            var line = ClaimWording.Line(own[i]);
            var terms = i == 0 && query.Commercial && verdict.Length > 0 ? TermsAnswer.Line(own[i].Object) : null;
            var lead = i > 0 ? "" : verdict == Conditional && terms is null ? "Yes. " : verdict;
            statements.Add(new Statement(lead + line.Text, terms is null ? [line] : [line, terms]));
        }

        // A plain licence speaks for itself; what one with conditions asks is part of the answer.
        if (!query.Commercial && !query.Inherited && own is not [{ Object.Terms.Commercial: not CommercialUse.Allowed }])
            return;
        foreach (var licence in own.Select(claim => claim.Object).Distinct().OrderByDescending(licence => licence.Terms?.Commercial)
            .Take(2))
        {
            if (TermsAnswer.Line(licence) is { } allowed)
                statements.Add(Statement.Of(allowed.Text, allowed));
        }
    }

    private static void AddInherited(LicenceQuery query, ImmutableArray<InheritedTerms> inherited,
        ImmutableArray<Statement>.Builder statements, string lead)
    {
        foreach (var terms in inherited.OrderByDescending(terms => terms.Terms?.Commercial).Take(2))
        {
            var chain = PathWording.Chain(terms.Way);
            var licence = ClaimWording.Line(terms.Licence);
            var what = terms.Terms!.Commercial == CommercialUse.Forbidden ? "which does not allow commercial use"
                : terms.Terms.Conditions is { } conditions ? $"which {conditions}" : "whose terms bind derivatives";
            EvidenceLine[] proofs = [.. chain.Lines, licence, .. TermsAnswer.Line(terms.Licence.Object) is { } allowed ? [allowed]
                : Array.Empty<EvidenceLine>()];
            var under = $"{terms.Holder.Name} is under {Lower(TermsAnswer.Article(terms.Licence.Object.Name))}";
            statements.Add(Statement.WorkedOut(lead, $"{chain.Text.TrimEnd('.')}, and {under}, {what}; that is inherited.", proofs));
            lead = "";
        }
    }

    private static Statement NothingInherited(LicenceQuery query, Claim own, string lead) => Statement.WorkedOut(
        lead, $"{ClaimWording.Short(own).TrimEnd('.')}, and no base of {query.Entity.Name} is recorded with terms that go further.",
            ClaimWording.Line(own));

    private static string Lower(string name) => name.StartsWith("The ", StringComparison.Ordinal) ? "the " + name[4..] : name;

    private static QueryResult Unlicensed(LicenceQuery query, ImmutableArray<Conflict> conflicts, EvaluationContext context)
    {
        if (!conflicts.IsEmpty)
            return new QueryResult { Statements = context.Conflicts.Whole(conflicts[0]), Conflicts = conflicts, Named = [query.Entity] };
        var code = context.Facts.From(query.Entity, Predicates.LicensedUnder).FirstOrDefault();
        if (query.Claimed is { } claimed && code is not null && code.Object == claimed)
            return new QueryResult
            {
                Statements = [Statement.Of("No. " + code.Line.Text, code.Line)],
                Expected = new Expectation(false, []),
                Named = [query.Entity, claimed]
            };
        // A licence of the code alone is told as such where nobody asks what it allows.
        if (code is not null && query is { Commercial: false, Inherited: false, Claimed: null })
            return new QueryResult
            {
                Statements = [Statement.Of(code.Line.Text, code.Line)],
                Expected = new Expectation(null, [[code.Object.Name, .. code.Object.Aliases]]),
                Named = [query.Entity, code.Object],
            };
        if (code is { Object.Terms: { Commercial: not CommercialUse.Forbidden } } && query is { Commercial: true, Claimed: null })
        {
            var line = code.Line;
            EvidenceLine[] proofs = [line, .. TermsAnswer.Line(code.Object) is { } terms ? [terms] : Array.Empty<EvidenceLine>()];
            return new QueryResult
            {
                Statements = [Statement.WorkedOut("", $"For its code, yes, but the notes record no licence of its weights: {line.Text}", proofs),
                    .. proofs.Skip(1).Select(each => Statement.Of(each.Text, each)), Statement.Of("(Not legal advice.)")],
                Expected = new Expectation(null, [[code.Object.Name, .. code.Object.Aliases]]),
                Named = [query.Entity, code.Object],
            };
        }

        if (query.Entity.Openness is Openness.ResearchOnly or Openness.Closed && query.Entity.Source is { } source && query.Commercial)
        {
            var text = query.Entity.Openness == Openness.Closed ? $"{query.Entity.Name} is closed: its weights are not published."
                : $"{query.Entity.Name} is published for research or non-commercial use only.";
            return new QueryResult
            {
                Statements = [Statement.Of((query.YesNo ? "No. " : "") + text, new EvidenceLine(text, [source], []))],
                Expected = new Expectation(query.YesNo ? false : null, []),
                Named = [query.Entity]
            };
        }

        return Abstain.NotRecorded($"the licence of {query.Entity.Name}", code?.Line ?? Abstain.Nearest(query.Entity, context),
            query.Entity);
    }
}
