using System.Collections.Immutable;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Yaml;

namespace ChatLineage.Knowledge.Notes;

/// <summary>One file under <c>knowledge/&lt;kind&gt;/</c>: what is known about one entity, before ids are resolved.</summary>
public sealed record Note
{
    /// <summary>The file, relative to the knowledge folder, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>The entity's id.</summary>
    public required Located<string> Id { get; init; }

    /// <summary>The entity's name.</summary>
    public required Located<string> Name { get; init; }

    /// <summary>What the entity is.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>Other names.</summary>
    public ImmutableArray<Located<string>> Aliases { get; init; } = [];

    /// <summary>The ids of other entities that may share a name or an alias with this one.</summary>
    public ImmutableArray<Located<string>> SameNameAs { get; init; } = [];

    /// <summary>When it came out.</summary>
    public PartialDate? Released { get; init; }

    /// <summary>The size: <c>parameters:</c> of a model, <c>size:</c> of anything else.</summary>
    public string? Size { get; init; }

    /// <summary>How open it is.</summary>
    public Openness Openness { get; init; }

    /// <summary>The id of the source of these attributes.</summary>
    public Located<string>? Source { get; init; }

    /// <summary>What a licence allows.</summary>
    public NoteTerms? Terms { get; init; }

    /// <summary>The claims.</summary>
    public ImmutableArray<NoteClaim> Claims { get; init; } = [];

    /// <summary>The conflicts.</summary>
    public ImmutableArray<NoteConflict> Conflicts { get; init; } = [];

    /// <summary>The prose below the front matter, in Markdown; empty when there is none.</summary>
    public string Body { get; init; } = "";

    /// <summary>The line of the file on which <see cref="Body"/> starts.</summary>
    public int BodyLine { get; init; }
}
