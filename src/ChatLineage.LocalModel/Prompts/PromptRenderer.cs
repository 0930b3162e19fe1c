using System.Globalization;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Prompts;

/// <summary>
/// Turns messages into tokens with the model's own chat template. Control tokens are read in the template's own text only: a message that
/// contains <c>&lt;|im_end|&gt;</c> cannot end its turn or forge another. For other text the tokens are those of the whole prompt
/// tokenised at once, because text is cut at control tokens only, where the runtime cuts it too.
/// </summary>
internal sealed class PromptRenderer
{
    // Private-use characters mark where a message begins and ends in the rendered template; they are removed from the messages.
    private const char Begin = '\uE000';
    private const char End = '\uE001';
    private readonly ILlamaModel _model;
    private readonly SpecialToken[] _special;

    /// <exception cref="ModelLoadException">The model has no chat template that the runtime can apply.</exception>
    public PromptRenderer(ILlamaModel model)
    {
        _model = model;
        _special = [.. model.Facts.SpecialTokens.OrderByDescending(token => token.Text.Length)];
        if (model.ApplyTemplate([new TemplateMessage("user", "a")]) is null)
        {
            throw new ModelLoadException(
                ModelLoadFailure.NoChatTemplate,
                model.Facts.Path,
                $"The model file '{model.Facts.Path}' has no chat template, or one that the runtime does not know. Choose an "
                    + "instruction-tuned model, for instance the one that comes with the program.");
        }
    }

    /// <summary>Renders a conversation and opens the assistant's turn.</summary>
    /// <exception cref="GenerationException">The template has no place for one of the messages.</exception>
    public RenderedPrompt Render(IReadOnlyList<TemplateMessage> messages)
    {
        var marked = messages
            .Select((message, index) => message with { Content = string.Create(CultureInfo.InvariantCulture, $" {Begin}{index}{End} ") })
            .ToArray();
        var rendered = _model.ApplyTemplate(marked)
            ?? throw new GenerationException("The chat template of the model could not be applied.");
        var parts = Split(rendered, messages);
        var used =
            _special.Where(token => parts.Exists(part => part.Message < 0 && part.Text.Contains(token.Text, StringComparison.Ordinal)))
                .ToArray();
        var shared = messages.TakeWhile(message => message.Role == "system").Count();
        var prompt = new PromptTokens(_model);
        foreach (var part in parts)
        {
            if (part.Message >= 0)
            {
                prompt.AddText(Strip(part.Text, used));
                continue;
            }

            prompt.AddTemplate(part.Text, _special, stillShared: part.BeforeMessage <= shared && shared > 0);
        }

        return prompt.Finish();
    }

    private static List<PromptPart> Split(string rendered, IReadOnlyList<TemplateMessage> messages)
    {
        var parts = new List<PromptPart>();
        var at = 0;
        for (var index = 0; index < messages.Count; index++)
        {
            var marker = string.Create(CultureInfo.InvariantCulture, $"{Begin}{index}{End}");
            var found = rendered.IndexOf(marker, at, StringComparison.Ordinal);
            if (found < 0)
            {
                throw new GenerationException(
                    $"The chat template of the model has no place for message {index + 1} of {messages.Count}, with the role "
                        + $"'{messages[index].Role}'.");
            }

            // The marker stood between spaces; a template that trims its messages has taken them away.
            var end = found + marker.Length;
            var keepsSpaces = found > at && rendered[found - 1] == ' ' && end < rendered.Length && rendered[end] == ' ';
            parts.Add(new PromptPart(rendered[at..(keepsSpaces ? found - 1 : found)], -1, index));
            parts.Add(new PromptPart(keepsSpaces ? messages[index].Content : messages[index].Content.Trim(), index, index));
            at = keepsSpaces ? end + 1 : end;
        }

        parts.Add(new PromptPart(rendered[at..], -1, messages.Count));
        return parts;
    }

    private static string Strip(string content, SpecialToken[] used)
    {
        var text = content.Replace(Begin.ToString(), "", StringComparison.Ordinal).Replace(End.ToString(), "", StringComparison.Ordinal);
        string before;
        do
        {
            // Again and again: what is left after one removal may join to a control token.
            before = text;
            foreach (var token in used)
            {
                text = text.Replace(token.Text, "", StringComparison.Ordinal);
            }
        }
        while (text.Length != before.Length);
        return text;
    }

    private readonly record struct PromptPart(string Text, int Message, int BeforeMessage);
}
