using System.Collections.Immutable;
using System.Text;
using ChatLineage.Knowledge.Authoring;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Notes;

namespace ChatLineage.Knowledge.Drafting;

/// <summary>Drafts a note from a card. What the card states becomes a claim; what is inferred stays a comment until a person confirms
/// it.</summary>
public sealed class NoteDrafter
{
    private readonly KnowledgeBase _knowledge;
    private readonly EntityLinker _links;
    private readonly FetchedCard _fetched;
    private readonly Card _card;
    private readonly string _id;
    private readonly string _sourceId;
    private readonly StringBuilder _claims = new();
    private readonly ImmutableArray<string>.Builder _remarks = ImmutableArray.CreateBuilder<string>();

    private NoteDrafter(KnowledgeBase knowledge, FetchedCard fetched, Card card, string id)
    {
        _knowledge = knowledge;
        _links = new EntityLinker(knowledge);
        _fetched = fetched;
        _card = card;
        _id = id;
        _sourceId = Unused(id + "-card", candidate => knowledge.FindSource(candidate) is not null);
    }

    /// <summary>Drafts a note.</summary>
    /// <param name="knowledge">The notes that names are linked to.</param>
    /// <param name="fetched">The card and where it came from.</param>
    /// <param name="card">What its front matter says.</param>
    /// <exception cref="CardException">No id can be made of the card's name.</exception>
    public static Draft Write(KnowledgeBase knowledge, FetchedCard fetched, Card card)
    {
        var name = fetched.Repository ?? card.Name ?? "";
        var id = EntityId.FromName(name.Replace('.', '-'));
        if (!EntityId.HasForm(id))
            throw new CardException(
                $"No id can be made of the name '{name}'. Give the card a heading or a 'model_name', or use: chatlineage knowledge new "
                    + $"{card.Kind.Word()} <name> --id <id>");
        return new NoteDrafter(knowledge, fetched, card, id).Draft(name);
    }

    private static string Unused(string id, Func<string, bool> isTaken) =>
        !isTaken(id) ? id : Enumerable.Range(2, 1_000).Select(number => $"{id}-{number}").First(candidate => !isTaken(candidate));

    private Draft Draft(string name)
    {
        if (_knowledge.FindEntity(_id) is { } taken)
            _remarks.Add($"'{_id}' has a note already ({_knowledge.NoteOf(taken).Path}): add to it what is new here");
        var text = new StringBuilder("---\n").Append(NoteTemplate.SchemaLine)
            .Append("# Drafted from the card. What was inferred stands behind '# ': check it against the card, then take the '# ' away or "
                + "remove the lines.\n");
        NoteText.Field(text, "", "id", _id);
        NoteText.Field(text, "", "name", name);
        NoteText.Field(text, "", "kind", _card.Kind.Word());
        if (_fetched.Created is { } created)
            text.Append($"# released: {created}   # inferred: the day on which the repository was made on the hub\n");
        Bases();
        Datasets();
        Licence();
        Owner();
        if (_claims.Length > 0)
            text.Append(HasLiveClaim() ? "claims:\n" : "# claims:\n").Append(_claims);
        var owner = _fetched.Owner is { } login
            ? _links.Find(login, EntityKind.Organisation, EntityKind.Person).Entity?.Name ?? login : "publisher unknown";
        return new Draft(NoteTemplate.Path(_card.Kind, _id), text.Append("---\n").ToString(), $"sources/{EntityId.FromName(owner)}.yaml",
            Source(name), owner, _remarks.DrainToImmutable());
    }

    private bool HasLiveClaim() => _claims.ToString().Split('\n').Any(line => line.StartsWith("  - ", StringComparison.Ordinal));

    private void Bases()
    {
        foreach (var name in _card.Bases.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var link = _links.Find(name, EntityKind.Model, EntityKind.Tool);
            var stated = Predicate(_card.Relation);
            var relation = stated ?? Predicate(_fetched.GuessedRelation) ?? "built_on";
            var why = stated is not null ? null
                : _fetched.GuessedRelation is { } guess ? $"the card names the base without the relation; the hub guesses '{guess}'"
                : "the card names the base without the relation";
            Claim(relation, name, link, why, "base_model");
        }
    }

    private void Datasets()
    {
        // What a dataset card calls its source is often a word («original», «extended»), not a name.
        foreach (var name in _card.Datasets.Distinct(StringComparer.OrdinalIgnoreCase).Where(name => name != "original"))
        {
            if (_card.Kind == EntityKind.Dataset)
                Claim("built_on", name.Replace("extended|", "", StringComparison.Ordinal),
                    _links.Find(name.Replace("extended|", "", StringComparison.Ordinal), EntityKind.Dataset), null, "source_datasets");
            else
                Claim("trained_on", name, _links.Find(name, EntityKind.Dataset), null, "datasets");
        }
    }

    private void Licence()
    {
        var name = _card.Licence is "other" or null ? _card.LicenceName ?? _card.Licence : _card.Licence;
        if (name is null or "unknown" or "other")
            _remarks.Add("the card names no licence that could be linked: look for a licence file");
        else
            Claim("licensed_under", name, _links.Licence(name), null, "license");
    }

    private void Owner()
    {
        if (_fetched.Owner is not { } owner)
            return;
        var link = _links.Find(owner, EntityKind.Organisation, EntityKind.Person);
        Claim("released_by", owner, link, "the owner of the repository on the hub need not be who made it", "owner");
    }

    private void Claim(string predicate, string name, Link link, string? inferred, string field)
    {
        if (link.Entity is not { } entity)
        {
            _remarks.Add($"{field} '{name}' has no note: add one, or leave it out");
            _claims.Append($"# not linked, {field}: {OneLine(name)}\n");
            return;
        }

        var why = string.Join("; ",
            new[] { inferred, link.IsExact ? null : $"only part of the name '{OneLine(name)}' matches {entity.Id}" }.OfType<string>());
        var mark = why.Length > 0 ? "# " : "";
        if (why.Length > 0)
        {
            _remarks.Add($"inferred: {predicate} {entity.Id} ({why})");
            _claims.Append($"# inferred: {why}\n");
        }

        _claims.Append($"{mark}  - {predicate}: {entity.Id}\n{mark}    sources: [{_sourceId}]\n");
    }

    private string Source(string name)
    {
        var text = new StringBuilder();
        NoteText.Field(text, "  - ", "id", _sourceId);
        NoteText.Field(text, "    ", "title", $"{name} {(_card.Kind == EntityKind.Dataset ? "dataset" : "model")} card");
        NoteText.Field(text, "    ", "url", _fetched.Url ?? $"urn:card:{_id}");
        NoteText.Field(text, "    ", "published", _fetched.Published?.ToString());
        NoteText.Field(text, "    ", "kind", _card.Kind == EntityKind.Dataset ? "dataset-card" : "model-card");
        if (_fetched.Url is null)
            _remarks.Add("the card came from a file: put its public address in place of the urn: name");
        return text.ToString();
    }

    private static string? Predicate(string? relation) => relation?.ToLowerInvariant() switch
    {
        "finetune" or "fine-tune" or "finetuned" => "fine_tuned_from",
        "merge" => "merged_from",
        "quantized" or "quantised" => "quantised_from",
        "adapter" => "adapter_of",
        _ => null,
    };

    private static string OneLine(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign));
}
