namespace ChatLineage.Knowledge.Import;

/// <summary>What an import did.</summary>
/// <param name="Created">How many notes were new.</param>
/// <param name="Extended">How many notes got something that they lacked.</param>
/// <param name="Unchanged">How many notes already said everything.</param>
/// <param name="Sources">How many sources were added.</param>
/// <param name="Statements">How many assessed statements the tables hold.</param>
public sealed record ImportReport(int Created, int Extended, int Unchanged, int Sources, int Statements);
