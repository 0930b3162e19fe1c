using System.Text;
using System.Xml;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace ChatLineage.Answering.Drafting;

/// <summary>
/// Sees every rendered prompt before the model does: lets it pass only with the turns that the template has, one system and one
/// user turn, whatever the values were, and notes its exact text.
/// </summary>
internal sealed class PromptGuard(ILogger logger) : IPromptRenderFilter
{
    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        await next(context);
        var turns = Turns(context.RenderedPrompt ?? "");
        if (turns is not [("system", _), ("user", _)])
            throw new PromptTemplateException($"The prompt template '{context.Function.Name}' must render one system and one user message.");
        var prompt = new StringBuilder();
        foreach (var (role, content) in turns)
            prompt.Append("<|im_start|>").Append(role).Append('\n').Append(content).Append("<|im_end|>\n");
        prompt.Append("<|im_start|>assistant\n");
        if (context.Arguments.TryGetValue(DraftTrace.Key, out var value) && value is DraftTrace trace)
            trace.Prompt = prompt.ToString();
        DraftLog.PromptRendered(logger, context.Function.Name, prompt.Length);
        DraftLog.PromptRenderedSensitive(logger, prompt);
    }

    private static List<(string Role, string Content)> Turns(string rendered)
    {
        var turns = new List<(string, string)>();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, ConformanceLevel = ConformanceLevel.Fragment };
        try
        {
            using var reader = XmlReader.Create(new StringReader(rendered), settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.Name == "message")
                    turns.Add((reader.GetAttribute("role") ?? "", reader.ReadElementContentAsString()));
            }
        }
        catch (XmlException error)
        {
            throw new PromptTemplateException($"The rendered prompt is not well-formed: {error.Message}", error);
        }

        return turns;
    }
}
