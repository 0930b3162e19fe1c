using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>Reads the relations that a sentence states out of its elements.</summary>
/// <param name="elements">The sentence.</param>
/// <param name="isEvidence">True for evidence: brackets are details there, and what is ambiguous is read the nearest way.</param>
/// <param name="resolve">The names in a role towards others: the base of X.</param>
internal sealed class AssertionReader(
    List<Element> elements, bool isEvidence, Func<Sense, ImmutableArray<int>, ImmutableArray<int>> resolve)
{
    private readonly ArgumentReader _arguments = new(elements, isEvidence, resolve);
    private readonly List<Assertion> _found = [];
    private readonly HashSet<int> _used = [];

    public ImmutableArray<Assertion> Read()
    {
        for (var at = 0; at < elements.Count; at++)
        {
            if (_used.Contains(at) || (isEvidence && elements[at].InBrackets))
                continue;
            switch (elements[at].Kind)
            {
                case ElementKind.Relation when elements[at].Verb is { } verb:
                    ReadVerb(at, verb);
                    break;
                case ElementKind.Relation:
                    ReadPhrase(at, elements[at].Phrase!);
                    break;
                case ElementKind.Role:
                    ReadRole(at, elements[at].Role!);
                    break;
                case ElementKind.Possessive when !isEvidence:
                    ReadPossessive(at);
                    break;
                case ElementKind.Be when !isEvidence:
                    ReadCopula(at);
                    break;
                case ElementKind.Function when elements[at].Text == "on":
                    ReadGap(at);
                    break;
                default:
                    break;
            }
        }

        return WithRegions();
    }

    private void ReadVerb(int at, VerbWording verb)
    {
        if (IsActive(at))
        {
            if (verb.Agent is null)
                return;
            var (left, negation) = _arguments.Left(at, Last);
            var right = _arguments.Right(at + 1, null);
            Add(verb.Agent.Turned(), left, right, negation, at);
            ReadPrepositions(at, right.End, verb, right.Arguments, negation);
            return;
        }

        var (subject, denied) = _arguments.Left(at, Last);
        if (ReadPrepositions(at, at + 1, verb, subject, denied))
            return;
        var stranded = Enumerable.Range(at + 1, Math.Max(0, Math.Min(3, elements.Count - at - 1)))
            .Select(i => verb.Prepositions.GetValueOrDefault(elements[i].Text.ToLowerInvariant())).FirstOrDefault(sense => sense is not null);
        var alone = stranded ?? verb.Agent ?? verb.Prepositions.Values[0];
        if (!subject.IsEmpty)
            Add(alone, subject, new Party([], at + 1), denied, at);
    }

    private bool ReadPrepositions(int at, int from, VerbWording verb, ImmutableArray<Argument> subject, int negation)
    {
        var any = false;
        for (var i = from; i < elements.Count && !EndsClause(i, at); i++)
        {
            var word = elements[i].Text.ToLowerInvariant();
            if (elements[i].Kind is not (ElementKind.Function or ElementKind.Relation or ElementKind.Word) || !verb.Prepositions.TryGetValue(word, out var sense))
                continue;
            var party = _arguments.Right(i + 1, word);
            if (party.Arguments.IsEmpty)
                continue;
            Add(sense, subject.IsEmpty ? [Argument.Open] : subject, party, negation, any ? i : at, i);
            _used.Add(i);
            any = true;
            i = party.End - 1;
        }

        return any;
    }

    private void ReadPhrase(int at, PhraseWording phrase)
    {
        if (phrase.IsPreposition)
        {
            var target = _arguments.Right(at + 1, elements[at].Text);
            if (!target.Arguments.IsEmpty)
                Add(phrase.Sense, [_arguments.BeforePreposition(at, Last)], target, -1, at);
            return;
        }

        var (left, negation) = _arguments.Left(at, Last);
        var right = phrase.StandsAlone ? new Party([], at + 1) : _arguments.Right(at + 1, null);
        if (!left.Any(argument => !argument.IsOpen) && _arguments.Behind(right.End, out var behind) is { IsEmpty: false } inverted)
        {
            _used.UnionWith(Enumerable.Range(right.End, behind - right.End));
            Add(phrase.Sense, inverted, right with { End = behind }, negation, at);
            return;
        }

        if (left.IsEmpty && right.Arguments.IsEmpty)
            return;
        Add(phrase.Sense, left.IsEmpty ? [Argument.Open] : left, right, negation, at);
    }

    // «Its base is Vicuna», «names Vicuna as its base», «DeepSeekMath is one of its ancestors».
    private void ReadRole(int at, Sense sense)
    {
        var owner = _arguments.OwnerOf(at);
        if (at + 1 < elements.Count && elements[at + 1].Kind == ElementKind.Be && _arguments.Right(at + 2, null) is { Arguments.IsEmpty: false } right)
        {
            _used.Add(at + 1);
            Add(sense, [owner], right, -1, at);
        }
        else if (_arguments.NamedAs(at) is { } named)
            Add(sense, [owner], new Party([named], at + 1), -1, at);
    }

    private void ReadPossessive(int at)
    {
        if (at == 0 || elements[at - 1].Kind != ElementKind.Name)
            return;
        var next = at + 1;
        while (next < elements.Count && elements[next].Kind is ElementKind.Number or ElementKind.Word)
            next++;
        if (next < elements.Count && elements[next].Kind == ElementKind.Name && !elements[next].Names.Intersect(elements[at - 1].Names).Any())
            Add(RelationLexicon.Any, [new Argument(elements[next].Names)], new Party([new Argument(elements[at - 1].Names)], next + 1), -1, at);
    }

    private void ReadCopula(int at)
    {
        var next = at + 1;
        while (next < elements.Count && elements[next].Kind is ElementKind.Scope || (next < elements.Count && elements[next].Text.ToLowerInvariant() is "the" or "now" or "again" or "also"))
            next++;
        if (next >= elements.Count || elements[next].Kind != ElementKind.Name || at == 0 || elements[at - 1].Kind is not (ElementKind.Name or ElementKind.Pronoun or ElementKind.Relative))
            return;
        var (left, negation) = _arguments.Left(at, Last);
        Add(RelationLexicon.Any, left, _arguments.Right(next, null), negation, at);
    }

    // «GPT-J was trained on The Pile, BLOOM on ROOTS»: the verb is left out.
    private void ReadGap(int at)
    {
        if (Last is null || at == 0 || elements[at - 1].Kind is not (ElementKind.Name or ElementKind.Role) || at < Last.End)
            return;
        var party = _arguments.Right(at + 1, "on");
        var (left, _) = _arguments.Left(at, Last);
        if (!party.Arguments.IsEmpty)
            Add(Last.Sense, left, party, -1, at);
    }

    private Assertion? Last => _found.Count > 0 ? _found[^1] : null;

    private void Add(Sense sense, ImmutableArray<Argument> left, Party right, int negation, int at, int? preposition = null)
    {
        if (preposition is { } used)
            _used.Add(used);
        foreach (var part in right.ByDate(elements))
            _found.Add(new Assertion(sense, left.IsEmpty ? [Argument.Open] : left, part.Arguments, negation, Math.Max(at, part.From), part.End));
    }

    private bool IsActive(int at)
    {
        var before = at - 1;
        while (before >= 0 && (WordClass.Adverbs.Contains(elements[before].Text) || elements[before].Kind is ElementKind.Negation
            || elements[before].Text.EndsWith("ly", StringComparison.Ordinal) || elements[before].Text is "fine" or "pre" or "open" or "has" or "have"))
            before--;
        if (before >= 0 && elements[before].Kind == ElementKind.Be)
            return false;
        if (at + 1 >= elements.Count || before < 0)
            return false;
        var next = elements[at + 1];
        return next.Kind is ElementKind.Name or ElementKind.Pronoun or ElementKind.Number or ElementKind.Word or ElementKind.Scope
            || next.Text.ToLowerInvariant() is "the" or "a" or "an" or "its" or "their" or "both";
    }

    // A clause goes on over commas to a preposition, and ends where another verb takes over.
    private bool EndsClause(int at, int verb) => elements[at].Kind switch
    {
        ElementKind.Break or ElementKind.Relative => true,
        ElementKind.Be => true,
        ElementKind.Relation => elements[at].Verb is not null && at > verb || elements[at].Phrase is { IsPreposition: false },
        ElementKind.Comma => elements[at].Text != "(" && elements[at].Text != ")" && !(at + 1 < elements.Count && elements[at + 1].Text.ToLowerInvariant() is "by" or "on" or "from"),
        ElementKind.And => !(at + 1 < elements.Count && elements[at + 1].Text.ToLowerInvariant() is "by" or "on" or "from"),
        _ => false,
    };

    private ImmutableArray<Assertion> WithRegions()
    {
        var sorted = _found.OrderBy(assertion => assertion.At).ToList();
        var regions = ImmutableArray.CreateBuilder<Assertion>(sorted.Count);
        var from = 0;
        for (var i = 0; i < sorted.Count; i++)
        {
            var to = elements.Count;
            if (i + 1 < sorted.Count)
            {
                var next = sorted[i + 1].At;
                to = Math.Max(next, from);
                for (var at = next - 1; at >= Math.Max(sorted[i].At + 1, Math.Min(sorted[i].End, next)); at--)
                {
                    if (elements[at].Kind is ElementKind.Comma or ElementKind.And or ElementKind.Relative or ElementKind.Break)
                    {
                        to = at;
                        break;
                    }
                }
            }

            regions.Add(sorted[i] with { From = from, To = to });
            from = to;
        }

        return regions.DrainToImmutable();
    }
}
