namespace ChatLineage.Knowledge.Sources;

/// <summary>A document that claims rest on.</summary>
/// <param name="Id">The id that notes cite: lower case letters, digits and hyphens.</param>
/// <param name="Title">The title of the document.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Url">Where it stands: an absolute address, or a <c>urn:</c> name when it has none.</param>
/// <param name="Published">When it was published; null when not known.</param>
/// <param name="Kind">What sort of document it is.</param>
/// <remarks>Immutable.</remarks>
public sealed record Source(string Id, string Title, string Publisher, string Url, PartialDate? Published, SourceKind Kind)
{
    /// <summary>How far the source is trusted, 1 (least) to 3.</summary>
    public int Trust => Kind.Trust();
}
