using System.Collections.Immutable;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Assertions;

/// <summary>That something happened to what is named.</summary>
/// <param name="Subjects">What it happened to.</param>
/// <param name="Others">Who else is named.</param>
/// <param name="Verb">What happened, as the sentence says it.</param>
/// <param name="Date">When; null where the sentence does not say.</param>
internal sealed record HappeningAssertion(ImmutableArray<Entity> Subjects, ImmutableArray<Entity> Others, string Verb, PartialDate? Date)
    : Assertion(Subjects)
{
    public override string InWords =>
        $"{Subject!.Name}: {Verb}{(Date is { } date ? $" {(date.Day is null ? "in" : "on")} {DateAssertion.Words(date)}" : "")}";

    public override string Relation => "event";

    public override string? Value => Date?.ToString();
}
