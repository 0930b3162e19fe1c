using System.Collections.Immutable;
using ChatLineage.Answering.Checking.Sentences;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Assertions;

/// <summary>That something has a number of something.</summary>
/// <param name="Subjects">What the subject can mean.</param>
/// <param name="Quantity">The number.</param>
/// <param name="Said">How the sentence puts it, between subject and number: <c>holds</c>.</param>
internal sealed record SizeAssertion(ImmutableArray<Entity> Subjects, Quantity Quantity, string Said) : Assertion(Subjects)
{
    public override string InWords => $"{Subject!.Name} {Said} {Quantity.Text}";

    public override string Relation => "size";

    public override string Value => Quantity.Text;
}
