using System.Text;
using ChatLineage.Knowledge.Notes;

namespace ChatLineage.Knowledge.Import;

/// <summary>A row of <c>conflicts.csv</c>.</summary>
internal sealed record ImportedConflict(
    string About, string? Aspect, string First, string FirstSource, string Second, string SecondSource, string Better, string Because)
{
    public bool Matches(NoteConflict conflict) =>
        conflict.Predicate.Value.Id == About && conflict.Aspect == Aspect && conflict.First == First && conflict.Second == Second;

    public string ToYaml()
    {
        var text = new StringBuilder();
        text.Append("  - about: ").Append(About).Append('\n');
        NoteText.Field(text, "    ", "aspect", Aspect);
        NoteText.Field(text, "    ", "first", First);
        text.Append("    first_sources: ").Append(NoteText.List([FirstSource])).Append('\n');
        NoteText.Field(text, "    ", "second", Second);
        text.Append("    second_sources: ").Append(NoteText.List([SecondSource])).Append('\n');
        NoteText.Field(text, "    ", "better", Better);
        NoteText.Field(text, "    ", "because", Because);
        return text.ToString();
    }
}
