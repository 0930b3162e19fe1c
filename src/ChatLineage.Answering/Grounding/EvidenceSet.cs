using System.Collections.Immutable;
using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Grounding;

/// <summary>Numbered evidence, read once: its names and what its lines state.</summary>
internal sealed class EvidenceSet
{
    private readonly NameTable _names = new();
    private readonly ElementReader _reader;

    public EvidenceSet(IReadOnlyList<EvidenceLine> evidence)
    {
        var names = _names;
        foreach (var claim in evidence.SelectMany(line => line.Claims))
        {
            AddEntity(claim.Subject, names);
            AddEntity(claim.Object, names);
        }

        var texts = evidence.Select(line => Atom.Read(line.Text)).ToList();
        foreach (var text in texts)
            NameFinder.AddNames(text, names);
        _reader = new ElementReader(names);
        Lines = [.. texts.Select((text, line) => new EvidenceReading(line, text, _reader.Read(text)))];
        ClaimFacts = [.. evidence.Select((line, index) => line.Claims
            .Select(claim => new Fact(claim.Predicate.Id, names.Add(Atom.Read(claim.Subject.Name)), names.Add(Atom.Read(claim.Object.Name)),
                !claim.Stands, index, 0, int.MaxValue))
            .ToImmutableArray())];
    }

    public ImmutableArray<EvidenceReading> Lines { get; }

    /// <summary>What the claims behind each line state; a disputed one counts as denied.</summary>
    private ImmutableArray<ImmutableArray<Fact>> ClaimFacts { get; }

    /// <summary>What a line states, by its words and by its claims.</summary>
    public IEnumerable<Fact> FactsOf(int line) => Lines[line].Facts.Concat(ClaimFacts[line]);

    /// <summary>Reads another text by the names of the evidence.</summary>
    public List<Element> Read(string text) => _reader.Read(Atom.Read(text));

    /// <summary>The names of which a question has a telling word, as people type them: «goliath».</summary>
    public IEnumerable<int> NamesWith(string question)
    {
        var atoms = Atom.Read(question);
        return Enumerable.Range(0, atoms.Count).Where(at => ElementReader.IsTelling(atoms[at]))
            .SelectMany(at => _names.Containing(atoms, at, 1));
    }

    private static void AddEntity(Entity entity, NameTable names)
    {
        var name = names.Add(Atom.Read(entity.Name));
        foreach (var alias in entity.Aliases)
            names.AddAlias(Atom.Read(alias), name);
    }
}
