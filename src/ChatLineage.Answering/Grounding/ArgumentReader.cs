using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>Finds what stands on the two sides of a relation.</summary>
internal sealed class ArgumentReader(
    List<Element> elements, bool isEvidence, Func<Sense, ImmutableArray<int>, ImmutableArray<int>> resolve)
{
    private const int MaxSkippedWords = 6;

    /// <summary>The subject of a verb: the names before it, the antecedent of a relative pronoun, or the subject of the clause
    /// before.</summary>
    public (ImmutableArray<Argument> Arguments, int Negation) Left(int relation, Assertion? last)
    {
        var negation = -1;
        var sawBe = false;
        for (var at = relation - 1; at >= 0; at--)
        {
            var element = elements[at];
            if (element.InBrackets && !elements[relation].InBrackets)
                continue;
            switch (element.Kind)
            {
                case ElementKind.Name when at + 1 < elements.Count && elements[at + 1].Kind == ElementKind.Possessive:
                    return ([Argument.Open], negation);
                case ElementKind.Name when last is not null && at > last.At && at < last.End && last.Left.All(side => side.IsOpen)
                    && last.Sense.Primary != "before":
                    return ([Holder(last)], negation);
                case ElementKind.Name when !isEvidence && !sawBe && at == relation - 1 && last is not null
                    && last.Right.Any(side => side.Names.Intersect(element.Names).Any()):
                    return ([new Argument([.. element.Names, .. last.Left.SelectMany(side => side.Names)])], negation);
                case ElementKind.Name:
                    return (Group(at), negation);
                case ElementKind.Role:
                    return ([RoleAt(at)], negation);
                case ElementKind.Pronoun:
                    return ([Argument.Open], negation);
                case ElementKind.Relative:
                    return ([Antecedent(at, last)], negation);
                case ElementKind.And when last is not null:
                    return (last.Left, negation);
                case ElementKind.Comma when element.Text is not ("(" or ")"):
                    return ([AfterComma(at, last, sawBe)], negation);
                case ElementKind.Break:
                    return ([], negation);
                case ElementKind.Relation when element.Phrase is not { IsPreposition: true }:
                    return ([isEvidence ? Argument.Unknown : Described(at)], negation);
                case ElementKind.Negation:
                    negation = at;
                    break;
                case ElementKind.Be:
                    sawBe = true;
                    break;
                default:
                    break;
            }
        }

        return ([], negation);
    }

    /// <summary>What follows a verb or a preposition: names joined by «and», or a pronoun.</summary>
    public Party Right(int from, string? preposition)
    {
        var skipped = 0;
        Argument? fallback = null;
        for (var at = from; at < elements.Count; at++)
        {
            var element = elements[at];
            switch (element.Kind)
            {
                case ElementKind.Name when at + 1 < elements.Count && elements[at + 1].Kind == ElementKind.Possessive:
                    fallback = new Argument(element.Names);
                    at++;
                    break;
                case ElementKind.Name:
                    return Rest(at, preposition);
                case ElementKind.Role:
                    return new Party([RoleAt(at)], at + 1);
                case ElementKind.Pronoun when element.Text is "its" or "their" or "what":
                    fallback ??= Argument.Open;
                    break;
                case ElementKind.Pronoun:
                    return new Party([Argument.Open], at + 1);
                case ElementKind.Relation when element.Phrase is { Words: ["version", "of"] }:
                case ElementKind.Word or ElementKind.Number when ++skipped <= MaxSkippedWords:
                case ElementKind.Function when element.Text is not ("in" or "on" or "at"):
                case ElementKind.Scope:
                case ElementKind.Possessive:
                    break;
                default:
                    return Fallback(fallback, at);
            }
        }

        return Fallback(fallback, elements.Count);
    }

    /// <summary>What comes behind «The base of X is …», «Ancestors of X: …», «The training data of X includes …».</summary>
    public ImmutableArray<Argument> Behind(int from, out int end)
    {
        end = from;
        while (end < elements.Count && elements[end].Kind is ElementKind.Function or ElementKind.Date)
            end++;
        if (end >= elements.Count)
            return [];
        if (elements[end].Kind == ElementKind.Break && elements[end].Text == ":")
            return NamesUntilBreak(end + 1, out end);
        if (elements[end].Kind != ElementKind.Be && elements[end].Phrase is not { Words: ["includes" or "contains" or "comprises"] })
            return [];
        var party = Right(end + 1, null);
        end = party.End;
        return [.. party.Arguments.Where(argument => !argument.IsOpen)];
    }

    /// <summary>Whose role a role is: «X's base», «its base», «whose base».</summary>
    public Argument OwnerOf(int role)
    {
        var before = elements[role - 1];
        if (before.Kind == ElementKind.Possessive && role > 1 && elements[role - 2].Kind == ElementKind.Name)
            return new Argument(elements[role - 2].Names);
        return before.Kind == ElementKind.Relative ? NameBefore(role - 1) : Argument.Open;
    }

    /// <summary>The name that is said to have a role: «Vicuna as its base», «X is one of its ancestors»; null when there is none.</summary>
    public Argument? NamedAs(int role)
    {
        var linked = false;
        for (var at = role - 1; at >= 0; at--)
        {
            var element = elements[at];
            linked |= element.Kind == ElementKind.Be || element.Text == "as";
            if (element.Kind == ElementKind.Name && at + 1 < role && elements[at + 1].Kind != ElementKind.Possessive)
                return linked ? new Argument(element.Names) : null;
            if (element.Kind is ElementKind.Comma or ElementKind.Break or ElementKind.And or ElementKind.Relation)
                return null;
        }

        return null;
    }

    /// <summary>What a preposition can belong to: the nearest name before it, or a side of the relation before it.</summary>
    public Argument BeforePreposition(int at, Assertion? last)
    {
        var near = elements[at].Kind == ElementKind.Relation && at > 0 && elements[at - 1].Kind == ElementKind.Role ? RoleAt(at - 1)
            : NameBefore(at);
        if (isEvidence)
            return near;
        if (last is null)
            return elements.Any(element => element.Kind is ElementKind.Be or ElementKind.Word) ? near : Argument.Open;
        var names = near.Names.Concat(last.Left.SelectMany(side => side.Names)).Concat(last.Right.SelectMany(side => side.Names))
            .Distinct();
        return last.Left.Any(side => side.IsOpen) || last.Right.Any(side => side.IsOpen) ? Argument.Open : new Argument([.. names]);
    }

    // «The base of X was …» goes on about the base.
    private Argument Holder(Assertion last)
    {
        var names = resolve(last.Sense.Turned(), [.. last.Right.SelectMany(side => side.Names)]);
        return names.IsEmpty ? isEvidence ? Argument.Unknown : new Argument([]) { Except = [.. last.Right.SelectMany(side => side.Names)] }
            : new Argument(names);
    }

    // «the model that X served»: not X.
    private Argument Described(int at)
    {
        var before = elements.Take(at).SelectMany(element => element.Names);
        return new Argument([]) { Except = [.. before] };
    }

    // «a LLaMA tune whose …» goes on about what is a tune, «LLaMA, whose …» about LLaMA.
    private Argument Antecedent(int relative, Assertion? last)
    {
        var near = NameBefore(relative);
        var isNoun = relative > 0 && elements[relative - 1].Kind is ElementKind.Word or ElementKind.Relation;
        return !isNoun || isEvidence || last is null ? near : new Argument([.. near.Names, .. last.Left.SelectMany(side => side.Names)]);
    }

    /// <summary>True in «X is a 13B chatbot by Y»: what is by Y is X, and not something else that the line tells of.</summary>
    public bool IsPredicateNoun(int preposition)
    {
        var at = preposition - 1;
        while (at > 0 && elements[at].Kind is ElementKind.Word or ElementKind.Number or ElementKind.Comma
            || (at > 0 && elements[at].Text is "a" or "an" or "the"))
            at--;
        return at > 0 && elements[at].Kind == ElementKind.Be && elements[at - 1].Kind == ElementKind.Name;
    }

    private Argument NameBefore(int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (elements[i].Kind == ElementKind.Name && (isEvidence is false || !elements[i].InBrackets))
                return i + 1 < at && elements[i + 1].Kind == ElementKind.Possessive ? Argument.Open : new Argument(elements[i].Names);
            if (elements[i].Kind == ElementKind.Pronoun && elements[i].Text != "what")
                return Argument.Open;
        }

        return Argument.Open;
    }

    private Argument AfterComma(int at, Assertion? last, bool sawBe)
    {
        var near = NameBefore(at);
        if (last is null)
        {
            // «Luke Sernau, a Google engineer, wrote …»: the name before the insertion.
            var first = elements.FirstOrDefault(element => element.Kind == ElementKind.Name);
            return isEvidence || first is null || near.IsOpen ? near : new Argument([.. near.Names.Concat(first.Names).Distinct()]);
        }

        if (isEvidence)
            return last.Sense.Primary is RelationLexicon.By or RelationLexicon.Origin && last.Left.All(side => !side.IsOpen) ? last.Left[0]
                : near;
        var subjects = last.Left.SelectMany(side => side.Names).ToList();
        if (last.Left.Any(side => side.IsOpen))
            return sawBe ? Argument.Open : near.IsOpen ? near : new Argument(near.Names);
        return new Argument([.. near.Names.Concat(subjects).Distinct()]);
    }

    // «A, B and C»: only before the first relation of a clause, where no name can be the end of another statement.
    private ImmutableArray<Argument> Group(int last)
    {
        var group = new List<Argument> { new(elements[last].Names) };
        var sawAnd = false;
        for (var at = last - 1; at >= 0; at--)
        {
            var kind = elements[at].Kind;
            if (kind is ElementKind.Relation or ElementKind.Relative or ElementKind.Break)
                return [new(elements[last].Names)];
            if (kind == ElementKind.And)
                sawAnd = true;
            else if (kind == ElementKind.Name && elements[at + 1].Kind is ElementKind.And or ElementKind.Comma or ElementKind.Function
                or ElementKind.Scope)
                group.Add(new Argument(elements[at].Names));
            else if (kind is not (ElementKind.Comma or ElementKind.Function or ElementKind.Scope))
                break;
        }

        return sawAnd ? [.. group] : [new(elements[last].Names)];
    }

    private Party Rest(int first, string? preposition)
    {
        var names = new List<Argument> { new(elements[first].Names) };
        var places = new List<int> { first };
        var sawAnd = false;
        var end = first + 1;
        for (var at = first + 1; at < elements.Count; at++)
        {
            var kind = elements[at].Kind;
            if (elements[first].InBrackets && !elements[at].InBrackets)
                break;
            if (kind == ElementKind.And)
                sawAnd = true;
            else if (kind == ElementKind.Name && !BeginsClause(at, preposition) && at - end <= 4 && elements.Skip(end).Take(at - end)
                .Any(each => each.Kind is ElementKind.And or ElementKind.Comma))
            {
                names.Add(new Argument(elements[at].Names));
                places.Add(at);
                end = at + 1;
            }
            else if (kind is not (ElementKind.Comma or ElementKind.Function or ElementKind.Scope or ElementKind.Number or ElementKind.Date)
                && !elements[at].InBrackets)
                break;
        }

        return sawAnd && names.Count > 1
            ? new Party([.. names], end) { Places = [.. places] }
            : new Party([names[0]], first + 1) { Places = [first] };
    }

    private bool BeginsClause(int name, string? preposition)
    {
        if (name + 1 >= elements.Count)
            return false;
        var next = elements[name + 1];
        return next.Kind is ElementKind.Be || (next.Kind == ElementKind.Relation && next.Phrase is not { IsPreposition: true })
            || (preposition is not null && next.Text == preposition && name + 2 < elements.Count
                && elements[name + 2].Kind != ElementKind.Date);
    }

    private ImmutableArray<Argument> NamesUntilBreak(int from, out int end)
    {
        var names = new List<Argument>();
        for (end = from; end < elements.Count && elements[end].Kind is not (ElementKind.Break or ElementKind.Relation); end++)
        {
            if (elements[end].Kind == ElementKind.Name)
                names.Add(new Argument(elements[end].Names));
        }

        return [.. names];
    }

    private Argument RoleAt(int at)
    {
        var owner = OwnerOf(at);
        var names = resolve(elements[at].Role!, owner.Names);
        return names.IsEmpty ? owner.IsOpen ? Argument.Open : Argument.Unknown : new Argument(names);
    }

    private static Party Fallback(Argument? fallback, int end) => fallback is null ? new Party([], end) : new Party([fallback], end);
}
