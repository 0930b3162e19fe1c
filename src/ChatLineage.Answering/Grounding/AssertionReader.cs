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
                case ElementKind.Be:
                    ReadCopula(at);
                    break;
                case ElementKind.Word when RelationLexicon.Compounds.TryGetValue(elements[at].Text.ToLowerInvariant(), out var sense):
                    ReadCompound(at, sense);
                    break;
                case ElementKind.Function when elements[at].Text == "through" && Last is { Sense.Primary: RelationLexicon.Descends } list
                    && at > list.End:
                    ReadThrough(at, list);
                    break;
                case ElementKind.Number:
                    ReadShortGap(at, ElementKind.Number);
                    break;
                case ElementKind.Function when elements[at].Text == "in" && at + 1 < elements.Count
                    && elements[at + 1].Kind == ElementKind.Date:
                    ReadShortGap(at, ElementKind.Date);
                    break;
                case ElementKind.Function when elements[at].Text == "on":
                    ReadGap(at);
                    break;
                default:
                    break;
            }
        }

        return Regions.Of(elements, _found);
    }

    private void ReadVerb(int at, VerbWording verb)
    {
        if (Clause.IsActive(elements, at))
        {
            if (verb.Agent is null)
                return;
            var (left, negation) = _arguments.Left(at, Last);
            var right = _arguments.Right(at + 1, null);
            Add(verb.Agent.Turned(), left, right, negation, at);
            ReadPrepositions(at, right.End, verb, right.Arguments, negation, isActive: true);
            return;
        }

        var (subject, denied) = _arguments.Left(at, Last);
        if (ReadPrepositions(at, at + 1, verb, subject, denied))
            return;
        var stranded = Enumerable.Range(at + 1, Math.Max(0, Math.Min(3, elements.Count - at - 1)))
            .Select(i => verb.Prepositions.GetValueOrDefault(elements[i].Text.ToLowerInvariant()))
                .FirstOrDefault(sense => sense is not null);
        var alone = stranded ?? verb.Agent ?? verb.Prepositions.Values[0];
        if (!subject.IsEmpty)
            Add(alone, subject, new Party([], at + 1), denied, at, other: verb.Alone);
    }

    private bool ReadPrepositions(int at, int from, VerbWording verb, ImmutableArray<Argument> subject, int negation, bool isActive = false)
    {
        var any = false;
        for (var i = from; i < elements.Count && !Clause.Ends(elements, i, at); i++)
        {
            var word = elements[i].Text.ToLowerInvariant();
            if (elements[i].Kind is not (ElementKind.Function or ElementKind.Relation or ElementKind.Word)
                || !verb.Prepositions.TryGetValue(word, out var sense))
                continue;
            var party = _arguments.Right(i + 1, word);
            if (party.Arguments.IsEmpty)
                continue;
            if (!any && !isActive && word != "by" && verb.Agent is { } agent && HasDate(at, i)
                && RelationLexicon.Appearing.Contains(agent.Primary))
            {
                Add(agent, subject, new Party([], i), negation, at);
                any = true;
            }

            Add(sense, subject.IsEmpty ? [Argument.Open] : subject, party, negation, any || isActive ? i : at, i, verb.Other);
            _used.Add(i);
            any = true;
            i = party.End - 1;
        }

        return any;
    }

    private bool HasDate(int from, int to) => elements.Skip(from).Take(to - from).Any(element => element.Kind == ElementKind.Date);

    private void ReadPhrase(int at, PhraseWording phrase)
    {
        // «trained on a filtered version of X» names X and relates nothing to it.
        if (phrase.Words is ["version", "of"] && Last is { } open && at < open.End)
            return;
        // «Through them: Notus (by Zephyr 7B)».
        if (phrase.Words is ["by"] && !isEvidence && at > 1 && elements[at - 1].Text == "(" && elements[at - 2].Kind == ElementKind.Name
            && _arguments.Right(at + 1, null) is { Arguments.IsEmpty: false } by)
        {
            Add(RelationLexicon.Any, [new Argument(elements[at - 2].Names)], by, -1, at);
            return;
        }

        if (phrase.IsPreposition)
        {
            var sense = isEvidence && phrase.Words is ["by"] && _arguments.IsPredicateNoun(at) ? RelationLexicon.Made : phrase.Sense;
            var target = _arguments.Right(at + 1, elements[at].Text);
            var isClause = phrase.Words is ["before" or "after"] && target.End < elements.Count
                && elements[target.End].Kind == ElementKind.Relation;
            var isRole = target.End > 0 && elements[target.End - 1].Kind == ElementKind.Role;
            if (!target.Arguments.IsEmpty && !isClause && !isRole)
                Add(sense, [_arguments.BeforePreposition(at, Last)], target, -1, at);
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
        Add(phrase.Sense, left.IsEmpty ? [Argument.Open] : left, right, negation, at, other: phrase.Other);
    }

    // «Its base is Vicuna», «names Vicuna as its base», «DeepSeekMath is one of its ancestors».
    private void ReadRole(int at, Sense sense)
    {
        var owner = _arguments.OwnerOf(at);
        if (at + 1 < elements.Count && elements[at + 1].Kind == ElementKind.Be
            && _arguments.Right(at + 2, null) is { Arguments.IsEmpty: false } right)
        {
            _used.Add(at + 1);
            Add(sense, [owner], right, -1, at);
        }
        else if (_arguments.NamedAs(at) is { } named)
            Add(sense, [owner], new Party([named], at + 1), -1, at);
    }

    // «Koala is a LLaMA tune», «a LLaMA-based chatbot».
    private void ReadCompound(int at, Sense sense)
    {
        var name = elements[Math.Max(0, at - 1)].Text is "fine" ? at - 2 : at - 1;
        if (name < 1 || elements[name].Kind != ElementKind.Name)
            return;
        var (left, negation) = _arguments.Left(name, Last);
        if (left.Any(argument => argument.IsKnown))
            Add(sense, left, new Party([new Argument(elements[name].Names)], at + 1), negation, at);
    }

    private void ReadPossessive(int at)
    {
        if (at == 0 || elements[at - 1].Kind != ElementKind.Name)
            return;
        var next = at + 1;
        while (next < elements.Count && elements[next].Kind is ElementKind.Number or ElementKind.Word)
            next++;
        if (next < elements.Count && elements[next].Kind == ElementKind.Name && !elements[next].Names.Intersect(elements[at - 1].Names)
            .Any())
            Add(RelationLexicon.Any, [new Argument(elements[next].Names)], new Party([new Argument(elements[at - 1].Names)], next + 1), -1,
                at);
    }

    private void ReadCopula(int at)
    {
        var next = at + 1;
        var quantity = at + 1;
        while (quantity < elements.Count && elements[quantity].Text.ToLowerInvariant() is "a" or "an" or "about" or "over" or "under")
            quantity++;
        if (quantity < elements.Count && elements[quantity].Kind == ElementKind.Number && at > 0
            && elements[at - 1].Kind is ElementKind.Name or ElementKind.Pronoun
            && !(quantity + 1 < elements.Count && elements[quantity + 1].Kind == ElementKind.Name))
        {
            var (owner, denied) = _arguments.Left(at, Last);
            Add(RelationLexicon.Has, owner, new Party([], quantity), denied, at);
            return;
        }

        if (ReadNominal(at) || isEvidence)
            return;
        while (next < elements.Count && elements[next].Kind is ElementKind.Scope or ElementKind.Number
            || (next < elements.Count && elements[next].Text.ToLowerInvariant() is "the" or "now" or "again" or "also"))
            next++;
        if (next >= elements.Count || elements[next].Kind != ElementKind.Name || at == 0
            || elements[at - 1].Kind is not (ElementKind.Name or ElementKind.Pronoun or ElementKind.Relative))
            return;
        var (left, negation) = _arguments.Left(at, Last);
        Add(RelationLexicon.Any, left, _arguments.Right(next, null), negation, at);
    }

    // «Downstream of LLaMA: Alpaca directly; StableVicuna through Vicuna.»
    private void ReadThrough(int at, Assertion list)
    {
        if (elements[at - 1].Kind != ElementKind.Name || !elements.Skip(list.End).Take(at - list.End)
            .Any(element => element.Kind == ElementKind.Break))
            return;
        var (left, _) = _arguments.Left(at, null);
        var by = _arguments.Right(at + 1, null);
        if (by.Arguments.IsEmpty)
            return;
        Add(list.Sense, left, by, -1, at);
        Add(list.Sense, left, new Party(list.Right, by.End), -1, at);
    }

    // «X is the audio encoder of Y», with a noun of no known relation: what it says is left to the details of the evidence.
    private bool ReadNominal(int at)
    {
        if (at == 0 || elements[at - 1].Kind != ElementKind.Name)
            return false;
        var noun = at + 1;
        while (noun < elements.Count && elements[noun].Kind is ElementKind.Word or ElementKind.Number
            || (noun < elements.Count && elements[noun].Text is "a" or "an" or "the"))
            noun++;
        if (noun < at + 2 || noun + 1 >= elements.Count || elements[noun].Text != "of" || elements[noun - 1].Kind != ElementKind.Word)
            return false;
        var right = _arguments.Right(noun + 1, null);
        var (left, negation) = _arguments.Left(at, Last);
        if (right.Arguments is not [{ IsOpen: false }] || left.Any(side => side.IsOpen))
            return false;
        Add(RelationLexicon.Nominal, left, right, negation, noun - 1);
        return true;
    }

    // «Qwen2.5 came out in 2024 and Qwen3 in 2025», «Quellmark has 13B parameters, Quellmark-Mini 7B».
    private void ReadShortGap(int at, ElementKind what)
    {
        if (Last is not { } last || at < 2 || elements[at - 1].Kind != ElementKind.Name
            || elements[at - 2].Kind is not (ElementKind.And or ElementKind.Comma) || at - 1 < last.End)
            return;
        var sameKind = what == ElementKind.Number ? last.Sense == RelationLexicon.Has : last.Right.IsEmpty
            && RelationLexicon.Appearing.Contains(last.Sense.Primary);
        if (sameKind)
            Add(last.Sense, [new Argument(elements[at - 1].Names)], new Party([], at + 1), -1, at);
    }

    // «GPT-J was trained on The Pile, BLOOM on ROOTS»: the verb is left out.
    private void ReadGap(int at)
    {
        if (at + 1 < elements.Count && elements[at + 1].Kind == ElementKind.Date)
        {
            ReadShortGap(at, ElementKind.Date);
            return;
        }

        if (Last is null || at == 0 || elements[at - 1].Kind is not (ElementKind.Name or ElementKind.Role) || at < Last.End)
            return;
        var party = _arguments.Right(at + 1, "on");
        var (left, _) = _arguments.Left(at, Last);
        if (!party.Arguments.IsEmpty)
            Add(Last.Sense, left, party, -1, at);
    }

    private Assertion? Last => _found.Count > 0 ? _found[^1] : null;

    private void Add(Sense sense, ImmutableArray<Argument> left, Party right, int negation, int at, int? preposition = null,
        Sense? other = null)
    {
        if (preposition is { } used)
            _used.Add(used);

        // «3 in the notes are fine-tuned from BLOOM: BLOOMZ, BLUUMI and …»: the list is what the number stands for.
        if (left.All(side => side.IsOpen) && right.End < elements.Count && elements[right.End].Text == ":" && elements.Take(at)
            .Any(element => element.Kind == ElementKind.Number)
            && _arguments.Behind(right.End, out var listed) is { IsEmpty: false } list)
        {
            left = list;
            right = right with { End = listed };
        }

        foreach (var part in right.ByDate(elements))
            _found.Add(new Assertion(sense, left.IsEmpty ? [Argument.Open] : left, part.Arguments, negation, Math.Max(at, part.From),
                part.End)
            { Other = other });
    }
}
