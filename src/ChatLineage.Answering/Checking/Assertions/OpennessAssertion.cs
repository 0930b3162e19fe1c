using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Assertions;

/// <summary>That something is open source, or is not.</summary>
/// <param name="Subjects">What the subject can mean.</param>
/// <param name="Open">True for open, false for closed.</param>
internal sealed record OpennessAssertion(ImmutableArray<Entity> Subjects, bool Open) : Assertion(Subjects)
{
    public override string InWords => $"{Subject!.Name} is {(Open ? "open source" : "closed")}";

    public override string Relation => "openness";

    public override string Value => Open ? "open" : "closed";
}
