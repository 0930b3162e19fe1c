namespace ChatLineage.Knowledge.Lint;

/// <summary>Every rule of the lint.</summary>
public static class Rules
{
    /// <summary>A file can be read as text.</summary>
    public static readonly Rule UnreadableFile = new("CL001", Severity.Error, "A file can be read as UTF-8 text of reasonable size");

    /// <summary>The front matter is well-formed YAML.</summary>
    public static readonly Rule BrokenYaml = new("CL002", Severity.Error, "The front matter is well-formed YAML without anchors, tags or duplicate keys");

    /// <summary>Only known fields are used.</summary>
    public static readonly Rule UnknownField = new("CL003", Severity.Error, "Only known fields and predicates are used");

    /// <summary>Required fields are there.</summary>
    public static readonly Rule MissingField = new("CL004", Severity.Error, "Required fields are there");

    /// <summary>Values have the right form.</summary>
    public static readonly Rule BadValue = new("CL005", Severity.Error, "Values have the form that their field asks for");

    /// <summary>Ids are unique and match their files.</summary>
    public static readonly Rule DuplicateId = new("CL006", Severity.Error, "Ids are unique, also without regard to case, and match their file's name and folder");

    /// <summary>Ids that are named exist.</summary>
    public static readonly Rule UnknownEntity = new("CL007", Severity.Error, "Every entity that a claim names has a note");

    /// <summary>Sources that are cited exist.</summary>
    public static readonly Rule UnknownSource = new("CL008", Severity.Error, "Every source that is cited is listed under sources/");

    /// <summary>Every file below the folder is read as something.</summary>
    public static readonly Rule StrayFile = new("CL009", Severity.Warning, "Every file below the knowledge folder is a note, a source file or an assessment, in its place");
}
