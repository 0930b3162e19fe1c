namespace ChatLineage.Knowledge.Lint;

/// <summary>A rule of the lint. Ids are listed in <c>docs/diagnostics.md</c> and never used again for another rule.</summary>
/// <param name="Id">The id: <c>CL001</c>.</param>
/// <param name="Severity">How bad it is to break the rule.</param>
/// <param name="Title">What the rule asks, in a few words.</param>
public sealed record Rule(string Id, Severity Severity, string Title);
