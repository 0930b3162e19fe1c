using System.Collections.Immutable;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>Puts names where a text has pronouns and descriptions: «it», «the company», «version 1.5».</summary>
/// <remarks>Made for one text and fed its sentences in order; not thread-safe.</remarks>
internal sealed class References(NameIndex names)
{
    private static readonly string[] Companies = ["company", "firm", "lab", "startup", "organisation", "group", "team", "collective",
        "developer", "maker", "nonprofit", "institute"];
    private static readonly string[] Sets = ["set", "dataset", "corpus", "collection", "data"];
    private static readonly string[] Models = ["model", "llm", "chatbot", "checkpoint", "network", "system", "assistant"];
    private static readonly string[] Leads = ["behind", "of", "that", "which", "called", "from", "for", "by", "named", "in", "at"];

    private Entity? _topic;
    private Entity? _agent;
    private Entity? _person;
    private Entity? _dataset;
    private Entity? _model;

    /// <summary>What the text speaks about; null at its start.</summary>
    public Piece? Topic => _topic is { } entity ? Named(entity, new Piece()) : null;

    /// <summary>The pieces with every clear reference replaced by what it stands for.</summary>
    public ImmutableArray<Piece> Resolve(ImmutableArray<Piece> pieces)
    {
        var resolved = ImmutableArray.CreateBuilder<Piece>(pieces.Length);
        Entity? local = null;
        // «Foo-7B is built on LLaMA, and it …»: the thing spoken of has no note, so that nothing stands for it.
        if (OpensUnknown(pieces))
            return pieces;
        for (var at = 0; at < pieces.Length; at++)
        {
            var (piece, taken) = Resolved(pieces, at, local);
            resolved.Add(piece);
            if (piece is { Possessive: false, Referred: false } && piece.Entity is { } entity && Grammar.IsThing(entity))
                local ??= entity;
            at += taken - 1;
        }

        return resolved.DrainToImmutable();
    }

    /// <summary>Remembers what a sentence was about.</summary>
    /// <param name="pieces">Its pieces.</param>
    /// <param name="subject">The subject of its first statement; null when it states nothing.</param>
    public void Remember(ImmutableArray<Piece> pieces, Entity? subject)
    {
        foreach (var entity in pieces.Where(piece => piece.Entity is not null).Select(piece => piece.Entity!))
        {
            _agent = entity.Kind == EntityKind.Organisation ? entity : _agent;
            _person = entity.Kind == EntityKind.Person ? entity : _person;
        }

        if (OpensUnknown(pieces))
        {
            _topic = null;
            return;
        }

        var first = subject ?? pieces.Where(piece => !piece.Possessive && piece.Entity is not null).Select(piece => piece.Entity!)
            .FirstOrDefault(Grammar.IsThing);
        if (first is null)
        {
            if (pieces.Any(piece => piece.Entity is not null && !piece.Referred))
                _topic = pieces.Any(piece => piece.Entity is { } entity && Grammar.IsThing(entity)) ? _topic : null;
            return;
        }

        if (first.Kind == EntityKind.Organisation)
            _agent = first;
        _topic = first.Kind is EntityKind.Person or EntityKind.Licence ? null : first;
        _dataset = first.Kind == EntityKind.Dataset ? first : pieces.Select(piece => piece.Entity)
            .LastOrDefault(entity => entity?.Kind == EntityKind.Dataset) ?? _dataset;
        _model = first.Kind == EntityKind.Model ? first : pieces.Select(piece => piece.Entity)
            .LastOrDefault(entity => entity?.Kind == EntityKind.Model) ?? _model;
    }

    private static bool OpensUnknown(ImmutableArray<Piece> pieces) =>
        pieces.TakeWhile(piece => piece.Entity is null).Take(4).Any(piece => piece.IsUnknownName)
        && pieces.SkipWhile(piece => !piece.IsUnknownName).Skip(1).Take(3)
            .Any(piece => Grammar.IsAuxiliary(piece.Word) || CueReader.Starts(piece.Word));

    private (Piece Piece, int Taken) Resolved(ImmutableArray<Piece> pieces, int at, Entity? local)
    {
        var piece = pieces[at];
        var opens = at == 0 || piece.Before.Contains(',') || Grammar.IsJoint(pieces[at - 1].Word) || Grammar.IsTurn(pieces[at - 1].Word)
            || pieces[at - 1].Word is "then" or "that";
        switch (piece.Word)
        {
            case "it":
                return (Named((opens ? local : null) ?? _topic, piece), 1);
            case "its":
                return (Named(local ?? _topic, piece) with { Possessive = true }, 1);
            case "he" or "she":
                return (Named(pieces[..at].LastOrDefault(each => each.Entity?.Kind == EntityKind.Person)?.Entity ?? _person, piece), 1);
            case "version" or "v" when Version(pieces, at, local) is { } version:
                return (Named(version, piece) with { End = pieces[at + 1].End }, 2);
            case "the" or "this" or "that" when at + 1 < pieces.Length && Described(pieces, at + 1) is { } described:
                return (Named(described, piece) with { End = pieces[at + 1].End }, 2);
            default:
                return (piece, 1);
        }
    }

    private Entity? Described(ImmutableArray<Piece> pieces, int at)
    {
        var word = pieces[at].Word;
        var next = at + 1 < pieces.Length ? pieces[at + 1] : null;
        if (next?.Entity is not null || (next is not null && Leads.Contains(next.Word) && !next.Before.Contains(',')))
            return null;
        if (word == "data" && next?.Word == "set")
            return null;
        var agent = pieces[..at].LastOrDefault(each => each.Entity?.Kind == EntityKind.Organisation)?.Entity ?? _agent;
        var model = pieces[..at].LastOrDefault(each => each is
        {
            Possessive: false, Entity.Kind: EntityKind.Model
            or EntityKind.Tool
        })?.Entity ?? _model;
        var dataset = pieces[..at].LastOrDefault(each => each is { Possessive: false, Entity.Kind: EntityKind.Dataset })?.Entity
            ?? _dataset;
        return Companies.Contains(word) ? agent : Sets.Contains(word) ? dataset : Models.Contains(word) ? model : null;
    }

    // «version 1.5» of what was spoken of: «Stable Diffusion 1.5».
    private Entity? Version(ImmutableArray<Piece> pieces, int at, Entity? local)
    {
        if (at + 1 >= pieces.Length || pieces[at + 1] is not { Entity: null } number
            || !(number.Word.Length > 0 && char.IsAsciiDigit(number.Word[0]) || number.Quantity is not null))
            return null;
        var digits = number.Word.Length > 0 ? number.Word : number.Quantity!.Text.Split(' ')[0];
        foreach (var family in new[] { Owner(pieces, at + 2), local, _topic, _model, _dataset }.OfType<Entity>())
        {
            foreach (var form in new[] { " ", " v", "-", " version " })
            {
                if (names.Find(Tokenizer.Key(Bare(family.Name) + form + digits)) is [var found, ..])
                    return found.Entity;
            }
        }

        return null;
    }

    private static Entity? Owner(ImmutableArray<Piece> pieces, int at) =>
        at + 1 < pieces.Length && pieces[at].Word == "of" ? pieces[at + 1].Entity : null;

    private static string Bare(string name)
    {
        var cut = name.IndexOfAny([' ', '-']) is -1 ? -1 : name.LastIndexOfAny([' ', '-']);
        return cut > 0 && name.AsSpan(cut + 1).TrimStart('v') is { Length: > 0 } last && char.IsAsciiDigit(last[0]) ? name[..cut] : name;
    }

    private static Piece Named(Entity? entity, Piece piece) => entity is null ? piece
        : piece with { Word = "", Entities = [entity], Referred = true };
}
