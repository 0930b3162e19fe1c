using System.Collections.Immutable;
using System.ComponentModel;
using ChatLineage.Answering.Evidence;
using ChatLineage.Answering.Grounding;
using ChatLineage.Answering.Search;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Lineage;
using Microsoft.SemanticKernel;

namespace ChatLineage.Answering.Drafting;

/// <summary>Search and lineage as functions that a model can call through Semantic Kernel: <c>kernel.Plugins.AddFromObject(plugin,
/// "lineage")</c>.</summary>
/// <remarks>
/// Answers from one snapshot of the notes; safe for several threads. Results are plain English sentences, the same that evidence
/// consists of, so what a model makes of them can be checked against them. Text of notes is data and is cleaned like evidence.
/// </remarks>
public sealed class LineagePlugin
{
    private const int MaxHits = 8;
    private const int MaxSteps = 20;
    private const int MaxLineLength = 400;

    private readonly KnowledgeBase _knowledge;
    private readonly IRetriever _retriever;
    private readonly Dictionary<string, Entity> _byName = new(StringComparer.Ordinal);

    /// <summary>Makes the functions over a snapshot.</summary>
    /// <param name="knowledge">The notes.</param>
    /// <param name="retriever">Search over the same notes.</param>
    public LineagePlugin(KnowledgeBase knowledge, IRetriever retriever)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(retriever);
        _knowledge = knowledge;
        _retriever = retriever;

        // Names before aliases: an alias must not take a name away from what is really called so.
        foreach (var entity in knowledge.Entities)
        {
            _byName.TryAdd(entity.Id, entity);
            _byName.TryAdd(Folded(entity.Name), entity);
        }

        foreach (var entity in knowledge.Entities)
        {
            foreach (var alias in entity.Aliases)
                _byName.TryAdd(Folded(alias), entity);
        }
    }

    /// <summary>Searches the notes.</summary>
    [KernelFunction("search_notes")]
    [Description("Searches the notes about open-source AI. Returns numbered facts.")]
    public async Task<string> SearchNotesAsync(
        [Description("What to look for, in a few words")] string query, CancellationToken cancellationToken)
    {
        var text = PromptText.Clean(query, MaxLineLength);
        var named = Find(text) is { } entity ? ImmutableArray.Create(entity) : [];
        var hits = await _retriever.SearchAsync(new SearchRequest(text, named, MaxHits), cancellationToken);
        return hits.IsEmpty ? "Nothing in the notes." : Numbered(hits.Select(hit => hit.Chunk.Text));
    }

    /// <summary>What something was made from.</summary>
    [KernelFunction("ancestors")]
    [Description("What a model, dataset or tool was made from, step by step, nearest first.")]
    public string Ancestors([Description("Its name")] string name) =>
        Find(name) is { } entity
            ? Steps(_knowledge.Graph.Ancestors(entity), $"The notes record nothing that {entity.Name} was made from.")
            : Unknown(name);

    /// <summary>What was made from something.</summary>
    [KernelFunction("descendants")]
    [Description("What was made from a model, dataset or tool, step by step, nearest first.")]
    public string Descendants([Description("Its name")] string name) =>
        Find(name) is { } entity
            ? Steps(_knowledge.Graph.Descendants(entity), $"The notes record nothing that was made from {entity.Name}.")
            : Unknown(name);

    /// <summary>The licence of something, and the terms that it inherits.</summary>
    [KernelFunction("licence")]
    [Description("The licence of a model, dataset or tool, and restrictive terms that it inherits from what it was made from.")]
    public string Licence([Description("Its name")] string name)
    {
        if (Find(name) is not { } entity)
            return Unknown(name);
        var own = LicenceInheritance.OwnLicences(_knowledge, entity).Select(ClaimWording.Sentence);
        var inherited = LicenceInheritance.Inherited(_knowledge, entity)
            .SelectMany(terms => terms.Way.Select(step => ClaimWording.Short(ClaimWording.Best(step.Claims)))
                .Append(ClaimWording.Sentence(terms.Licence)));
        var lines = own.Concat(inherited).Distinct().Take(MaxSteps).ToList();
        return lines.Count == 0 ? $"The notes record no licence of {entity.Name}." : Numbered(lines);
    }

    private static string Steps(ImmutableArray<LineageStep> steps, string nothing)
    {
        if (steps.IsEmpty)
            return nothing;
        var lines = Numbered(steps.Take(MaxSteps).Select(step => ClaimWording.Sentence(ClaimWording.Best(step.Claims))));
        return steps.Length > MaxSteps ? $"{lines}\nAnd {steps.Length - MaxSteps} more." : lines;
    }

    private static string Numbered(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select((line, index) => $"[{index + 1}] {PromptText.Clean(line, MaxLineLength)}"));

    private static string Unknown(string name) => $"The notes know nothing by the name '{PromptText.Clean(name, 80)}'.";

    private Entity? Find(string name) => _byName.GetValueOrDefault(name) ?? _byName.GetValueOrDefault(Folded(name));

    private static string Folded(string name) => string.Concat(Atom.Read(name).Where(atom => !atom.IsMark).Select(atom => atom.Norm));
}
