using System.Text;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Pictures.Content;

namespace ChatLineage.Pictures;

/// <summary>Says in words what a picture shows, for those who do not see it.</summary>
internal static class AltText
{
    // Discord takes 1,024 characters for the description of an attachment.
    private const int MostCharacters = 1000;

    /// <summary>The text: one paragraph of at most 1,000 characters.</summary>
    public static string Of(PictureContent content)
    {
        var centre = content.Centre;
        var start = content.Entity.Kind.IsArtefact() ? "Lineage of " : "What is recorded around ";
        var text = new StringBuilder(start).Append(centre.Name).Append(", ").Append(Article(content.Entity.Kind));
        if (content.Maker is not null && content.Entity.Kind.IsArtefact())
            text.Append(" by ").Append(content.Maker);
        if (content.Entity.Released is { } released)
            text.Append(", ").Append(released.ToWords());
        text.Append('.');
        if (content.Links.IsEmpty)
            return text.Append(" The notes record nothing that it comes from or that came of it.").ToString();

        Sentence(text, "Above it: ", content.Links.Where(link => link.Lower == centre).Select(link => Item(link, link.Upper)));
        Sentence(text, "Further up: ", content.Links.Where(link => link.Lower.Level < 0).Select(Far));
        Sentence(text, "Below it: ", content.Links.Where(link => link.Upper == centre).Select(link => Item(link, link.Lower)));
        Sentence(text, "Further down: ", content.Links.Where(link => link.Upper.Level > 0).Select(Far));
        return text.Length <= MostCharacters ? text.ToString() : text.ToString(0, CutAt(text)).TrimEnd(' ', ',', ';') + " …";
    }

    private static string Article(EntityKind kind) => (kind is EntityKind.Organisation or EntityKind.Event ? "an " : "a ") + kind.Word();

    private static string Item(Link link, Box other) => link.Label.Length > 0 ? $"{other.Name} ({link.Label})" : other.Name;

    private static string Far(Link link) => $"{link.Lower.Name} ({link.Label} {link.Upper.Name})";

    private static void Sentence(StringBuilder text, string start, IEnumerable<string> items)
    {
        var all = items.Distinct().ToList();
        if (all.Count > 0)
            text.Append(' ').Append(start).AppendJoin("; ", all).Append('.');
    }

    private static int CutAt(StringBuilder text)
    {
        var at = MostCharacters - 2;
        while (at > 0 && text[at] != ' ')
            at--;
        return at;
    }
}
