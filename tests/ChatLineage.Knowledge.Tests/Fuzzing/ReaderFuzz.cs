using ChatLineage.Knowledge.Lint;

namespace ChatLineage.Knowledge.Tests.Fuzzing;

/// <summary>What must hold for every text whatever: it is read or reported, with places inside the text, and never throws.</summary>
internal static class ReaderFuzz
{
    /// <summary>Good files of every sort to start from.</summary>
    public static IReadOnlyList<string> Notes { get; } =
    [
        "---\nid: x\nname: X\nkind: model\naliases: [Ex, 'E: x']\nsame_name_as: [y]\nreleased: 2023-04-28\nparameters: 13B\nopen: "
            + "weights-open\nsource: s\nclaims:\n  - built_on: y\n    detail: \"by hand\"\n    on: 2023-04\n    sources: [s, t]\n  - "
            + "released_by: z\n    sources: [s]\n    disputed: it is not so\n    earlier_because: of it\nconflicts:\n  - about: "
            + "released_by\n    aspect: date\n    first: 2023-03\n    first_sources: [s]\n    second: 2023-04\n    second_sources: [t]\n  "
            + "  better: second\n    because: the log\n---\n\nX is a model.[^s] It came from y, e.g. v1.5.[^s][^t]\n\n## What came of "
            + "it\n\n- *Much*, [says](https://example.org) `one`.[^t]\n",
        "---\nid: l\nname: L\nkind: licence\nterms:\n  commercial: conditions\n  conditions: needs a letter\n  share_alike: no\n  "
            + "sources: [s]\n---\n> Quoted.[^s]\n",
        "---\nid: mini\nname: Mini\nkind: tool\n---\n",
    ];

    public static IReadOnlyList<string> Sources { get; } =
    [
        "publisher: P\nsources:\n  - id: s\n    title: 'T: one'\n    url: https://example.org/s\n    published: 2023-04\n    kind: "
            + "model-card\n  - {id: t, title: U, publisher: Q, url: 'urn:x:y', kind: article}\n",
        "text: s\nstatements:\n  - id: c1\n    says: A\n    verdict: supported\n    holds: B\n    sources: [s]\n",
    ];

    /// <summary>Reads, links and lints one text; returns what is wrong with how it went, or null.</summary>
    public static string? Try(string path, string text)
    {
        try
        {
            var file = KnowledgeFile.Parse(path, text);
            var lines = text.Count(sign => sign is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') + 2;
            if (path.EndsWith(".md", StringComparison.Ordinal) && file.Note is null && file.Findings.IsEmpty)
                return "a note was left out without a finding";
            var report = KnowledgeLint.Check(KnowledgeFiles.Of("knowledge", [file]));
            return report.Findings.Where(finding => finding.At.Line < 1 || finding.At.Line > lines || finding.At.Column < 1)
                .Select(finding => $"{finding.Rule.Id} is placed at {finding.At.Line}:{finding.At.Column} of {lines} lines")
                .FirstOrDefault();
        }
        catch (Exception thrown)
        {
            return thrown.ToString();
        }
    }
}
