namespace ChatLineage.Cli.Composition;

/// <summary>What a command line says about how questions are answered.</summary>
/// <param name="KnowledgeFolder">The folder with the notes.</param>
/// <param name="NoModel">True when the composer words every answer and no model is loaded.</param>
internal sealed record AnsweringChoices(string KnowledgeFolder, bool NoModel);
