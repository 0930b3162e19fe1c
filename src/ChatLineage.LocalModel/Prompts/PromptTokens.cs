using System.Text;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Prompts;

/// <summary>Collects the tokens of a prompt. Text between two control tokens is tokenised at once, whoever it comes from.</summary>
internal sealed class PromptTokens(ILlamaModel model)
{
    private readonly List<int> _tokens = [];
    private readonly StringBuilder _pending = new();
    private readonly StringBuilder _all = new();
    private int _shared;

    /// <summary>Adds text of a message, in which control tokens are only characters.</summary>
    public void AddText(string text)
    {
        _pending.Append(text);
        _all.Append(text);
    }

    /// <summary>Adds text of the template, and looks for control tokens in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="special">The control tokens, the longest first.</param>
    /// <param name="stillShared">Whether the text belongs to what other requests share.</param>
    public void AddTemplate(string text, SpecialToken[] special, bool stillShared)
    {
        _all.Append(text);
        for (var at = 0; at < text.Length;)
        {
            var token = Array.Find(special, candidate => string.CompareOrdinal(text, at, candidate.Text, 0, candidate.Text.Length) == 0);
            if (token is null)
            {
                _pending.Append(text[at++]);
                continue;
            }

            Flush();
            _tokens.Add(token.Id);
            at += token.Text.Length;
            _shared = stillShared ? _tokens.Count : _shared;
        }
    }

    /// <summary>The prompt, with the beginning token where the model wants one.</summary>
    public RenderedPrompt Finish()
    {
        Flush();
        if (model.Facts.BeginToken is { } begin && (_tokens.Count == 0 || _tokens[0] != begin))
        {
            _tokens.Insert(0, begin);
            _shared += _shared > 0 ? 1 : 0;
        }

        return new RenderedPrompt([.. _tokens], _shared, _all.ToString());
    }

    private void Flush()
    {
        if (_pending.Length > 0)
        {
            _tokens.AddRange(model.Tokenize(_pending.ToString(), addSpecial: false));
            _pending.Clear();
        }
    }
}
