using ChatLineage.Knowledge;
using ChatLineage.Testing.Notes;

namespace ChatLineage.Testing.Search;

/// <summary>A few notes as maintainers write them, with what search has to cope with: prose, a conflict, a dispute, an assessed text.</summary>
public static class SmallNotes
{
    private static readonly (string Path, string Text)[] Files =
    [
        ("sources/maker.yaml", """
            publisher: Maker
            sources:
              - {id: card, title: Card, url: 'https://example.org/card', kind: model-card}
              - {id: log, title: Log, url: 'https://example.org/log', kind: repository}
              - {id: post, title: The Long Post, url: 'https://example.org/post', kind: article}
            """),
        ("models/llama.md", """
            ---
            id: llama
            name: LLaMA
            kind: model
            aliases: [Llama 1]
            claims:
              - released_by: meta
                on: 2023-02-24
                sources: [card]
              - licensed_under: licence-llama
                sources: [card]
            ---

            LLaMA is a family of language models that Meta gave to researchers.[^card]

            ## Why it mattered

            LLaMA's weights leaked through a torrent link within a week.[^post]
            """),
        ("models/vicuna.md", """
            ---
            id: vicuna
            name: Vicuna
            kind: model
            claims:
              - fine_tuned_from: llama
                detail: conversations of ShareGPT
                sources: [card]
              - fine_tuned_from: llama
                sources: [log]
              - licensed_under: licence-mit
                sources: [post]
                disputed: it covers the code
            ---

            Vicuna is a chat model that was tuned on shared conversations.[^card]
            """),
        ("models/stable-vicuna.md", """
            ---
            id: stable-vicuna
            name: Stable Vicuna
            kind: model
            claims:
              - fine_tuned_from: vicuna
                sources: [card]
              - released_by: meta
                on: 2023-04-28
                sources: [log]
              - released_by: meta
                on: 2023-03-28
                sources: [post]
                disputed: the post is a month early
            conflicts:
              - about: released_by
                aspect: date
                first: 2023-03-28
                first_sources: [post]
                second: 2023-04-28
                second_sources: [log]
                better: second
                because: its base vicuna only appeared on 2023-03-30
            ---
            """),
        ("organisations/meta.md", """
            ---
            id: meta
            name: Meta
            kind: organisation
            ---
            """),
        ("licences/licence-llama.md", """
            ---
            id: licence-llama
            name: LLaMA licence
            kind: licence
            ---
            """),
        ("licences/licence-mit.md", """
            ---
            id: licence-mit
            name: MIT License
            kind: licence
            ---
            """),
        ("assessments/post.yaml", """
            text: post
            statements:
              - id: c1
                says: The weights of LLaMA are open source
                verdict: contradicted
                holds: the licence is for research only
                sources: [card]
            """),
    ];

    /// <summary>The notes, linked; they are free of findings.</summary>
    public static KnowledgeBase Link() => KnowledgeBuilder.Link(Files);

    /// <summary>The notes with one file added or replaced, linked.</summary>
    public static KnowledgeBase With(string path, string text) =>
        KnowledgeBuilder.Link([.. Files.Where(file => file.Path != path), (path, text)]);

    /// <summary>Writes the notes to a folder.</summary>
    public static void Write(string folder)
    {
        foreach (var (path, text) in Files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
