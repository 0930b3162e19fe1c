using ChatLineage.Answering.Drafting;

namespace ChatLineage.Cli.Doctor.Local;

/// <summary>The prompt template that the settings name is there.</summary>
internal sealed class PromptsProbe(DrafterOptions options) : IProbe
{
    private const string Fix = "Copy the folder 'prompts' of the release to that place, or correct 'Drafter:PromptsFolder' and 'Drafter:Prompt'.";

    private static readonly string[] Files = ["skprompt.txt", "config.json"];

    public string Name => "prompts";

    public Task<ProbeResult> RunAsync(CancellationToken cancellationToken) => Task.FromResult(Look());

    private ProbeResult Look()
    {
        try
        {
            var folder = PromptFolder.Find(options.PromptsFolder);
            var missing = Files.Select(file => Path.Combine(folder.Path, options.Prompt, file)).FirstOrDefault(file => !File.Exists(file));
            return missing is null
                ? ProbeResult.Ok($"The template '{options.Prompt}' in '{folder.Path}'.")
                : ProbeResult.Failed($"There is no file '{missing}'.", Fix);
        }
        catch (PromptTemplateException broken)
        {
            return ProbeResult.Failed(broken.Message, Fix);
        }
    }
}
