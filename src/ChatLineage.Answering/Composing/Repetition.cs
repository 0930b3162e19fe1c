using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Claims;

namespace ChatLineage.Answering.Composing;

/// <summary>
/// Tells statements that say again what an earlier one said: they rest on the same claims, and name nothing and no figure beyond it. Two
/// queries of one question («who made it and when») each word the whole claim.
/// </summary>
internal static class Repetition
{
    /// <summary>The statements without those that repeat an earlier one.</summary>
    public static IEnumerable<Statement> Without(IEnumerable<Statement> statements)
    {
        var told = new List<Statement>();
        foreach (var statement in statements)
        {
            if (told.Exists(earlier => Repeats(statement, earlier)))
                continue;
            told.Add(statement);
            yield return statement;
        }
    }

    private static bool Repeats(Statement later, Statement earlier) =>
        later.Text == earlier.Text || (Claims(later) is { Count: > 0 } claims && claims.IsSubsetOf(Claims(earlier))
            && later.Lines.Length == 1 && Content.Of(later).All(part => Content.Holds(earlier.Text, part)));

    private static HashSet<Claim> Claims(Statement statement) => [.. statement.Lines.SelectMany(line => line.Claims)];
}
