using ChatLineage.Knowledge.Claims;
using ChatLineage.Knowledge.Conflicts;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Knowledge.Reports;

/// <summary>Writes everything that is recorded about one entity, for a person at a terminal.</summary>
public sealed class EntityReport
{
    private const int MostNamedBy = 12;
    private const string Hanging = "      ";

    private readonly KnowledgeBase _knowledge;
    private readonly Entity _entity;
    private readonly WrappedLines _lines;

    /// <summary>Prepares a report.</summary>
    /// <param name="knowledge">The notes.</param>
    /// <param name="entity">The entity; of the same snapshot.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="columns">The longest line, in characters; longer words stand alone.</param>
    public EntityReport(KnowledgeBase knowledge, Entity entity, TextWriter output, int columns)
    {
        _knowledge = knowledge;
        _entity = entity;
        _lines = new WrappedLines(output, columns);
    }

    /// <summary>Writes the report.</summary>
    public void Write()
    {
        _lines.Line($"{_entity.Name} ({_entity.Id}), {_entity.Kind.Word()}");
        if (!_entity.Aliases.IsEmpty)
            _lines.Line("also " + string.Join(", ", _entity.Aliases), "", "     ");
        Attributes();
        var claims = _knowledge.ClaimsFrom(_entity);
        Section("claims", claims, ClaimLine);
        NamedBy();
        Section("conflicts", _knowledge.ConflictsAbout(_entity), ConflictLine);
        var sources = claims.SelectMany(claim => claim.Sources).Concat(_entity.Source is { } own ? [own] : []);
        Section("sources", sources.DistinctBy(source => source.Id).OrderBy(source => source.Id, StringComparer.Ordinal), SourceLine);
    }

    private void Attributes()
    {
        _lines.Line();
        Attribute("released", _entity.Released?.ToString());
        Attribute(_entity.Kind == EntityKind.Model ? "parameters" : "size", _entity.Size);
        Attribute("open", _entity.Openness == Openness.NotRecorded ? null : _entity.Openness.Word());
        if (_entity.Terms is { } terms)
        {
            Attribute("commercial use", terms.Commercial switch
            {
                CommercialUse.Allowed => "yes",
                CommercialUse.Conditional =>
                "with conditions",
                _ => "no"
            });
            Attribute("conditions", terms.Conditions);
            Attribute("share-alike", terms.ShareAlike ? "yes" : "no");
        }

        Attribute("note", _knowledge.NoteOf(_entity).Path);
    }

    private void Attribute(string name, string? value)
    {
        if (value is not null)
            _lines.Line($"{name + ":",-16}{value}", "  ", new string(' ', 18));
    }

    private void Section<T>(string title, IEnumerable<T> items, Func<T, string> line)
    {
        var all = items.ToList();
        if (all.Count == 0)
            return;
        _lines.Line();
        _lines.Line(title);
        foreach (var item in all)
            _lines.Line(line(item), "  ", Hanging);
    }

    private void NamedBy()
    {
        var claims = _knowledge.ClaimsTo(_entity).Where(claim => claim.Stands).ToList();
        if (claims.Count == 0)
            return;
        _lines.Line();
        _lines.Line("named by");
        foreach (var group in claims.GroupBy(claim => claim.Predicate).OrderBy(group => Predicates.All.IndexOf(group.Key)))
        {
            var names = group.Select(claim => claim.Subject.Name).Distinct().ToList();
            var more = names.Count > MostNamedBy ? $", and {names.Count - MostNamedBy} more" : "";
            _lines.Line($"{group.Key.Inverse} {string.Join(", ", names.Take(MostNamedBy))}{more}", "  ", Hanging);
        }
    }

    private static string ClaimLine(Claim claim)
    {
        var details =
            string.Concat(new[] { claim.Detail, claim.On?.ToString(), claim.Until is { } end ? $"until {end}" : null }.OfType<string>()
                .Select(detail => ", " + detail));
        var disputed = claim.Disputed is { } why ? $" DISPUTED: {why}" : "";
        return $"{claim.Predicate.Phrase} {claim.Object.Name} ({claim.Object.Id}){details} {Cited(claim.Sources)}{disputed}";
    }

    private static string ConflictLine(Conflict conflict)
    {
        var aspect = conflict.Aspect is { } part ? $" ({part})" : "";
        var verdict = conflict.Better is { } better
            ? $"{better.Value} is better supported"
            : conflict.Verdict == Verdict.Both ? "both hold" : "undecided";
        return $"{conflict.Predicate.Id}{aspect}: {conflict.First.Value} {Cited(conflict.First.Sources)} or {conflict.Second.Value} "
            + $"{Cited(conflict.Second.Sources)}; {verdict}: {conflict.Because}";
    }

    private static string SourceLine(Source source) =>
        $"[{source.Id}] {source.Title}, {source.Publisher}{(source.Published is { } date ? $", {date}" : "")}, {source.Url}";

    private static string Cited(IEnumerable<Source> sources) => string.Concat(sources.Select(source => $"[{source.Id}]"));
}
