using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Queries.Open;

/// <summary>A why, a how or anything else that no other kind fits: answered from the passages that search finds.</summary>
/// <param name="Text">The question.</param>
/// <param name="Entities">The entities that it names.</param>
/// <param name="Words">Its words of content, which an answer must bear on.</param>
/// <param name="UnknownNames">Words written like names that the notes don't know.</param>
/// <param name="Headings">The headings of the sections that answer such a question; empty for any.</param>
/// <param name="AsksRelation">True when the question asks for a relation, which no description answers.</param>
/// <param name="AsksWithdrawal">True when the question asks why something was taken away.</param>
/// <param name="IsDefinition">True when the question asks what one thing is that no note is about.</param>
internal sealed record OpenQuery(string Text, ImmutableArray<Entity> Entities, ImmutableArray<string> Words, ImmutableArray<string> UnknownNames, ImmutableArray<string?> Headings, bool IsDefinition, bool AsksRelation, bool AsksWithdrawal) : Query
{
    public override string InWords => $"open({string.Join(", ", Entities.Select(entity => entity.Id).Concat(Words))})";
}
