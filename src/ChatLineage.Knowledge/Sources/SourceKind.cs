namespace ChatLineage.Knowledge.Sources;

/// <summary>What sort of document a source is, which decides how far it is trusted.</summary>
public enum SourceKind
{
    /// <summary>The maker's repository: a README, a licence file, a commit log.</summary>
    Repository,

    /// <summary>The card of a model.</summary>
    ModelCard,

    /// <summary>The card of a dataset.</summary>
    DatasetCard,

    /// <summary>A paper.</summary>
    Paper,

    /// <summary>An announcement by whoever did the thing announced.</summary>
    Announcement,

    /// <summary>A database or a curated list by somebody else.</summary>
    Database,

    /// <summary>An article, a blog post or a report by somebody else.</summary>
    Article,
}
