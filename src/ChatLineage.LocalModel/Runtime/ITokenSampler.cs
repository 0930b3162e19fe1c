namespace ChatLineage.LocalModel.Runtime;

/// <summary>Chooses the tokens of one request. Belongs to one sequence, because penalties and grammars remember what was chosen.</summary>
internal interface ITokenSampler : IDisposable;
