using System.Text;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Notes;

namespace ChatLineage.Knowledge.Authoring;

/// <summary>Writes a note for somebody to fill in: what must be there is there, the rest stands in comments.</summary>
public static class NoteTemplate
{
    /// <summary>The schema that editors check notes with, relative to a note.</summary>
    internal const string SchemaLine = "# yaml-language-server: $schema=../note.schema.json\n";

    /// <summary>The path of the note, relative to the knowledge folder.</summary>
    public static string Path(EntityKind kind, string id) => $"{kind.Plural()}/{id}.md";

    /// <summary>The text of the note; it passes the lint as it is.</summary>
    /// <param name="kind">What the entity is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="name">Its name as its makers spell it.</param>
    public static string Write(EntityKind kind, string id, string name)
    {
        var text = new StringBuilder("---\n" + SchemaLine);
        NoteText.Field(text, "", "id", id);
        NoteText.Field(text, "", "name", name);
        NoteText.Field(text, "", "kind", kind.Word());
        text.Append(
            "# Take '# ' away from the lines that you fill in, and remove the others.\n# aliases: [Another Name]\n"
                + "# released: 2023-04-28        # or 2023-04, or 2023: as precise as the source\n");
        text.Append(kind switch
        {
            EntityKind.Model => "# parameters: 7B\n# open: weights-open         # or research-only, or closed\n",
            EntityKind.Dataset => "# size: 52,000 examples\n",
            EntityKind.Licence =>
                "# terms:\n#   commercial: yes          # or conditions, or no\n#   share_alike: no\n#   sources: [id-of-a-source]\n",
            _ => "",
        });
        text.Append("# source: id-of-a-source     # for the fields above; list it in a file under sources/\n# claims:\n");
        foreach (var claim in Claims(kind))
            text.Append("#   - ").Append(claim).Append("\n#     sources: [id-of-a-source]\n");
        return text.Append("---\n").ToString();
    }

    private static string[] Claims(EntityKind kind) => kind switch
    {
        EntityKind.Model => ["released_by: id-of-an-organisation", "fine_tuned_from: id-of-the-base", "trained_on: id-of-a-dataset",
            "licensed_under: licence-apache-2-0"],
        EntityKind.Dataset => ["released_by: id-of-an-organisation", "built_on: id-of-a-dataset", "licensed_under: licence-cc-by-4"],
        EntityKind.Tool => ["released_by: id-of-an-organisation", "uses: id-of-what-it-uses", "licensed_under: licence-mit"],
        EntityKind.Person => ["member_of: id-of-an-organisation"],
        EntityKind.Organisation => ["member_of: id-of-its-parent"],
        EntityKind.Event => ["about: id-of-what-it-is-about"],
        _ => ["released_by: id-of-an-organisation"],
    };
}
