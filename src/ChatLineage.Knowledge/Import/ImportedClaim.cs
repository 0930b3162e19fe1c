using System.Text;
using ChatLineage.Knowledge.Notes;

namespace ChatLineage.Knowledge.Import;

/// <summary>A claim out of the rows that state it alike: same object, detail and date, told by one or more sources.</summary>
internal sealed record ImportedClaim(string Predicate, string Object, string? Detail, string? On, string? Disputed, List<string> Sources)
{
    public bool Matches(NoteClaim claim) =>
        claim.Predicate.Value.Id == Predicate && claim.Object.Value == Object && claim.Detail == Detail && claim.On?.ToString() == On;

    public string ToYaml()
    {
        var text = new StringBuilder();
        text.Append("  - ").Append(Predicate).Append(": ").Append(NoteText.Scalar(Object)).Append('\n');
        NoteText.Field(text, "    ", "detail", Detail);
        NoteText.Field(text, "    ", "on", On);
        text.Append("    sources: ").Append(NoteText.List(Sources)).Append('\n');
        NoteText.Field(text, "    ", "disputed", Disputed);
        return text.ToString();
    }
}
