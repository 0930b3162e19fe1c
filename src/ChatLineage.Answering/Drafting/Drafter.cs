using System.Runtime.CompilerServices;
using System.Text;
using ChatLineage.Answering.Grounding;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace ChatLineage.Answering.Drafting;

/// <summary>Has a model word an answer from numbered facts, and lets through only the sentences that the facts support.</summary>
/// <remarks>
/// Safe for several threads when the chat client is. The client stays its owner's to dispose. Question and facts are data: they
/// go into the template as values, cleaned of turn markers and line breaks, and a filter checks the turns of every prompt.
/// </remarks>
public sealed class Drafter
{
    private const int MaxQuestionLength = 400;
    private const int MaxLineLength = 400;

    private readonly Kernel _kernel;
    private readonly KernelFunction _function;
    private readonly PromptTemplateFile _template;
    private readonly DrafterOptions _options;
    private readonly ILogger _logger;

    /// <summary>Makes a drafter over a chat model.</summary>
    /// <param name="client">The model.</param>
    /// <param name="prompts">The templates.</param>
    /// <param name="options">How to draft.</param>
    /// <param name="logger">Null for none.</param>
    /// <exception cref="PromptTemplateException">The template that the options name is missing or broken.</exception>
    public Drafter(IChatClient client, PromptFolder prompts, DrafterOptions options, ILogger<Drafter>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _options = options;
        _logger = logger ?? NullLogger<Drafter>.Instance;
        _template = prompts.Load(options.Prompt);
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(client.AsChatCompletionService());
        _kernel = builder.Build();
        _kernel.PromptRenderFilters.Add(new PromptGuard(_logger));
        _kernel.FunctionInvocationFilters.Add(new GroundingFilter(_logger));
        _function = _kernel.CreateFunctionFromPrompt(_template.Config);
    }

    /// <summary>The SHA-256 of the prompt template in hexadecimal digits.</summary>
    public string PromptHash => _template.Hash;

    /// <summary>Has the model write; each sentence is judged as soon as it is complete. The last event is
    /// <see cref="DraftEvent.Completed"/>.</summary>
    /// <exception cref="ArgumentException">There is no evidence.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async IAsyncEnumerable<DraftEvent> DraftAsync(DraftRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var shown = request.Evidence[..Math.Min(request.Evidence.Length, _options.MaxLines)];
        if (shown.IsEmpty)
            throw new ArgumentException("A draft needs at least one line of evidence.", nameof(request));
        var question = PromptText.Clean(request.Question, MaxQuestionLength);
        var facts = new StringBuilder();
        for (var i = 0; i < shown.Length; i++)
            facts.Append(i == 0 ? "" : "\n").Append('[').Append(i + 1).Append("] ").Append(PromptText.Clean(shown[i].Text, MaxLineLength));

        var trace = new DraftTrace(new GroundingCheck(shown, question));
        var arguments = new KernelArguments(Settings(shown.Length))
        {
            ["facts"] = facts.ToString(),
            ["question"] = question,
            [DraftTrace.Key] = trace,
        };
        await foreach (var _ in _kernel.InvokeStreamingAsync<StreamingChatMessageContent>(_function, arguments, cancellationToken))
        {
            while (trace.News.TryDequeue(out var news))
                yield return news;
        }

        // Some clients end their stream quietly when cancelled; a draft that was cut off must not pass for a whole one.
        cancellationToken.ThrowIfCancellationRequested();
        while (trace.News.TryDequeue(out var news))
            yield return news;
        DraftLog.DraftCompleted(_logger, _template.Name, _template.Version, trace.Kept.Count, trace.Withheld.Count);
        yield return new DraftEvent.Completed(ToDraft(trace, shown.Length));
    }

    private Draft ToDraft(DraftTrace trace, int shown) => new()
    {
        Kept = trace.Kept.ToImmutable(),
        Withheld = trace.Withheld.ToImmutable(),
        Raw = trace.Raw.ToString(),
        Prompt = trace.Prompt,
        PromptHash = _template.Hash,
        PromptVersion = _template.Version,
        LinesShown = shown,
        Abstains = trace.Abstains,
    };

    private PromptExecutionSettings Settings(int lines)
    {
        var settings = _template.Config.DefaultExecutionSettings?.Clone() ?? new PromptExecutionSettings();
        if (_options.UseGrammar)
        {
            settings.ExtensionData ??= new Dictionary<string, object>();
            settings.ExtensionData["grammar"] = CitationGrammar.For(lines);
        }

        return settings;
    }
}
