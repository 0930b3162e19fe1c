using System.Collections.Immutable;

namespace ChatLineage.Knowledge.Lint;

/// <summary>Every rule of the lint.</summary>
public static class Rules
{
    /// <summary>A file can be read as text.</summary>
    public static readonly Rule UnreadableFile = new("CL001", Severity.Error, "A file can be read as UTF-8 text of reasonable size");

    /// <summary>The front matter is well-formed YAML.</summary>
    public static readonly Rule BrokenYaml =
        new("CL002", Severity.Error, "The front matter is well-formed YAML without anchors, tags or duplicate keys");

    /// <summary>Only known fields are used.</summary>
    public static readonly Rule UnknownField = new("CL003", Severity.Error, "Only known fields and predicates are used");

    /// <summary>Required fields are there.</summary>
    public static readonly Rule MissingField = new("CL004", Severity.Error, "Required fields are there");

    /// <summary>Values have the right form.</summary>
    public static readonly Rule BadValue = new("CL005", Severity.Error, "Values have the form that their field asks for");

    /// <summary>Ids are unique and match their files.</summary>
    public static readonly Rule DuplicateId =
        new("CL006", Severity.Error, "Ids are unique, also without regard to case, and match their file's name and folder");

    /// <summary>Ids that are named exist.</summary>
    public static readonly Rule UnknownEntity = new("CL007", Severity.Error, "Every entity that a claim names has a note");

    /// <summary>Sources that are cited exist.</summary>
    public static readonly Rule UnknownSource = new("CL008", Severity.Error, "Every source that is cited is listed under sources/");

    /// <summary>Every file below the folder is read as something.</summary>
    public static readonly Rule StrayFile =
        new("CL009", Severity.Warning, "Every file below the knowledge folder is a note, a source file or an assessment, in its place");

    /// <summary>Sources that are listed are cited.</summary>
    public static readonly Rule UnusedSource = new("CL010", Severity.Warning, "Every source is cited somewhere");

    /// <summary>Derivations and successions have no cycle.</summary>
    public static readonly Rule Cycle =
        new("CL011", Severity.Error, "Nothing derives from itself or succeeds itself, not even over several steps");

    /// <summary>Footnotes name sources.</summary>
    public static readonly Rule UnknownFootnote =
        new("CL012", Severity.Error, "Every footnote in prose names a source that is listed under sources/");

    /// <summary>Prose says what it rests on.</summary>
    public static readonly Rule SentenceWithoutSource = new("CL013", Severity.Error, "Every sentence of prose ends with a footnote");

    /// <summary>Dates of derivations are possible.</summary>
    public static readonly Rule DateOrder =
        new("CL014", Severity.Error, "A derivative is not dated before its base, unless the claim says why");

    /// <summary>Names are unique.</summary>
    public static readonly Rule AmbiguousName =
        new("CL015", Severity.Warning, "Names and aliases belong to one entity, unless a note says which others share them");

    /// <summary>Disagreements are recorded.</summary>
    public static readonly Rule Contradiction =
        new("CL016", Severity.Error, "Release dates of standing claims agree, or a conflict says that they do not");

    /// <summary>Conflicts are about claims.</summary>
    public static readonly Rule ConflictWithoutClaims =
        new("CL017", Severity.Error, "Both sides of a conflict about a date or an entity are told by claims of the note");

    /// <summary>Claims and conflicts are told once.</summary>
    public static readonly Rule RepeatedClaim = new("CL018", Severity.Warning, "A claim or a conflict is told once, with all its sources");

    /// <summary>Predicates get what they take.</summary>
    public static readonly Rule KindMismatch = new("CL019", Severity.Error, "The object of a claim is of a kind that its predicate takes");

    /// <summary>Acknowledgements are needed.</summary>
    public static readonly Rule NeedlessAcknowledgement =
        new("CL020", Severity.Warning, "Acknowledgements (earlier_because, same_name_as) answer something");

    /// <summary>Claims relate two entities.</summary>
    public static readonly Rule SelfReference = new("CL021", Severity.Error, "A claim relates two different entities");

    /// <summary>Prose can be read.</summary>
    public static readonly Rule UnreadableProse = new("CL022", Severity.Error, "Prose is Markdown that can be read");

    /// <summary>All rules, by id.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        UnreadableFile, BrokenYaml, UnknownField, MissingField, BadValue, DuplicateId, UnknownEntity, UnknownSource, StrayFile,
            UnusedSource, Cycle,
        UnknownFootnote, SentenceWithoutSource, DateOrder, AmbiguousName, Contradiction, ConflictWithoutClaims, RepeatedClaim, KindMismatch,
        NeedlessAcknowledgement, SelfReference, UnreadableProse,
    ];
}
