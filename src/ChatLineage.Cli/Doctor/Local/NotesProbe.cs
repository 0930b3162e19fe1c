using System.Globalization;
using ChatLineage.Cli.Composition;
using ChatLineage.Knowledge.Lint;

namespace ChatLineage.Cli.Doctor.Local;

/// <summary>The notes can be read, and keep to the rules.</summary>
internal sealed class NotesProbe(AnsweringChoices choices) : IProbe
{
    public string Name => "notes";

    public Task<ProbeResult> RunAsync(CancellationToken cancellationToken) => Task.FromResult(Look());

    private ProbeResult Look()
    {
        var folder = choices.KnowledgeFolder;
        if (!Directory.Exists(folder))
            return ProbeResult.Failed($"There is no folder '{folder}'.", "Name the folder of the notes with --knowledge or the setting 'Knowledge:Folder'.");
        var knowledge = KnowledgeOption.Load(folder);
        if (knowledge.Entities.IsEmpty)
            return ProbeResult.Failed($"'{folder}' holds no notes, so nothing can be answered.", "Name the folder of the notes with --knowledge or the setting 'Knowledge:Folder'.");
        var found = string.Create(CultureInfo.InvariantCulture, $"{knowledge.Entities.Length:N0} notes in '{folder}'");
        return KnowledgeLint.Check(folder).Errors is var errors and > 0
            ? ProbeResult.Warning($"{found}, with {errors} errors; what they touch is left out of answers.", "Run 'chatlineage knowledge check' and correct them.")
            : ProbeResult.Ok($"{found}.");
    }
}
