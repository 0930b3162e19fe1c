using ChatLineage.Answering.Checking.Assertions;
using ChatLineage.Answering.Checking.Sentences;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Attribute;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Judging;

/// <summary>Judges numbers: sizes, and counts that stand in the details of claims.</summary>
internal sealed class SizeJudge(EvaluationContext context)
{
    // «around 13,000» for 13,500 and «5.8 billion» for 5.85 are roundings.
    private const double Rounding = 0.05;

    public Judgement Judge(SizeAssertion stated)
    {
        var (subject, quantity) = (stated.Subject!, stated.Quantity);
        foreach (var conflict in context.Knowledge.ConflictsAbout(subject).Where(each => !each.IsAboutDate))
        {
            if (ConflictSides.Judge(conflict, side => Holds(side, quantity), context) is { } judged)
                return judged;
        }

        return BySize(subject, quantity) ?? ByDetail(subject, quantity)
            ?? Judgement.NotRecorded(SizeAnswer.Line(subject) ?? Abstain.Nearest(subject, context));
    }

    private static bool Holds(ConflictSide side, Quantity quantity) =>
        Read(side.Value).Any(each => Same(each, quantity) && (SameUnit(each.Unit, quantity.Unit)
            || side.Value.Contains(quantity.Unit, StringComparison.OrdinalIgnoreCase)));

    private static Judgement? BySize(Entity subject, Quantity quantity)
    {
        if (SizeAnswer.Line(subject) is not { } line)
            return null;
        // The size of a model counts its parameters, whatever stands behind the number.
        var known = Read(subject.Size!).Select(each => subject.Kind == EntityKind.Model && each.Number >= 1e5
            && !SameUnit(each.Unit, "tokens") ? each with { Unit = "parameters" } : each).ToList();
        var alike = known.Where(each => SameUnit(each.Unit, quantity.Unit)).ToList();
        if (known.Exists(each => Same(each, quantity) && (alike.Contains(each) || quantity.Unit.Length == 0)))
            return Judgement.Of(StatementVerdict.Supported, line.Text, line);
        if (alike.Count == 2 && subject.Size!.Contains(" to ", StringComparison.Ordinal) && quantity.Number > alike[0].Number
            && quantity.Number < alike[1].Number)
            return Judgement.Of(StatementVerdict.Supported, line.Text, line).Partly();
        return alike.Count > 0 ? Judgement.Of(StatementVerdict.Contradicted, line.Text, line) : null;
    }

    // A number in the detail of a claim supports; another number there denies nothing, for it may count something else.
    private Judgement? ByDetail(Entity subject, Quantity quantity)
    {
        foreach (var fact in context.Facts.From(subject, [.. Predicates.All]))
        {
            var claim = fact.Claims.FirstOrDefault(each => each.Detail is { } detail && Read(detail)
                .Any(number => Same(number, quantity) && SameUnit(number.Unit, quantity.Unit)));
            if (claim is not null)
                return Judgement.Of(StatementVerdict.Supported, ClaimWording.Sentence(claim), ClaimWording.Line(claim));
        }

        return null;
    }

    private static IEnumerable<Quantity> Read(string text) => QuantityReader.Read(text).Select(each => each.Quantity);

    private static bool Same(Quantity left, Quantity right) => Math.Abs(left.Number - right.Number) <= Math.Max(left.Number,
        right.Number) * Rounding;

    private static bool SameUnit(string left, string right) =>
        left.Length > 0 && right.Length > 0 && (Stem.Of(left) == Stem.Of(right)
            || (left.StartsWith("param", StringComparison.Ordinal) && right.StartsWith("param", StringComparison.Ordinal)));
}
