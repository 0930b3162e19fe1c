using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Assertions;

/// <summary>That one thing came out some time after another.</summary>
/// <param name="Subjects">The later one.</param>
/// <param name="Earlier">The earlier one.</param>
/// <param name="Days">The days between them.</param>
/// <param name="Said">How the sentence puts it: <c>a week later</c>.</param>
internal sealed record IntervalAssertion(ImmutableArray<Entity> Subjects, Entity Earlier, int Days, string Said) : Assertion(Subjects)
{
    public override string InWords =>
        $"{Subject!.Name} came out {Said.Replace(" later", " after", StringComparison.Ordinal)} {Earlier.Name}";

    public override string Relation => "order";

    public override string Value => Earlier.Id;
}
