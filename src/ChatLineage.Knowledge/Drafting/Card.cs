using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Knowledge.Drafting;

/// <summary>What the front matter of a model card or a dataset card says (https://huggingface.co/docs/hub/model-cards).</summary>
public sealed record Card
{
    /// <summary>A model or a dataset.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>The name that the card gives, if any.</summary>
    public string? Name { get; init; }

    /// <summary>What it says it was made from: <c>owner/name</c>.</summary>
    public ImmutableArray<string> Bases { get; init; } = [];

    /// <summary>How it was made from it: finetune, merge, quantized or adapter; null when the card does not say.</summary>
    public string? Relation { get; init; }

    /// <summary>The datasets that it names.</summary>
    public ImmutableArray<string> Datasets { get; init; } = [];

    /// <summary>The licence's identifier; <c>other</c> when <see cref="LicenceName"/> tells it.</summary>
    public string? Licence { get; init; }

    /// <summary>The name of a licence without an identifier.</summary>
    public string? LicenceName { get; init; }

    /// <summary>Its tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];
}
