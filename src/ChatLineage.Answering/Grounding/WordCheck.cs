using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>Checks that every name, number, date and word of a sentence stands in what it cites.</summary>
internal sealed class WordCheck(EvidenceSet evidence, ImmutableArray<int> cited, List<Element> sentence, bool readsPermission)
{
    /// <summary>What is wrong with the words of an assertion; null when they stand in the lines that prove it.</summary>
    public string? Problem(Assertion assertion, Proof proof)
    {
        var sides = assertion.Left.Concat(assertion.Right).SelectMany(side => side.Names).ToHashSet();
        for (var at = assertion.From; at < assertion.To; at++)
        {
            var element = sentence[at];
            var problem = element.Kind switch
            {
                ElementKind.Date => proof.Facts.IsEmpty ? InLines(element, proof.Lines, at) : DateProblem(element, proof),
                ElementKind.Name when element.Names.Any(sides.Contains) => null,
                ElementKind.Name => NameProblem(element, proof),
                ElementKind.Relation when at == assertion.At => null,
                _ => InLines(element, proof.Lines, at),
            };
            if (problem is not null)
                return problem;
        }

        return null;
    }

    /// <summary>What is wrong with words that state no relation: they must stand in one line, or in lines that share a name.</summary>
    public string? Problem(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            var problem = sentence[at].Kind == ElementKind.Name
                ? cited.Any(line => evidence.Lines[line].Names.Overlaps(sentence[at].Names)) ? null : Missing(sentence[at])
                : InLines(sentence[at], cited, at);
            if (problem is not null)
                return problem;
        }

        return OrderProblem(from, to);
    }

    /// <summary>What is denied here and not in the evidence, or the other way round; null when nothing is.</summary>
    public string? NegationProblem(ImmutableArray<Assertion> assertions)
    {
        var known = assertions.Select(assertion => assertion.Negation).ToHashSet();
        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence[at].Kind != ElementKind.Negation || known.Contains(at) || (readsPermission && sentence[at].Text != "without"))
                continue;
            var head = Head(sentence, at);
            if (!cited.Any(line => Denies(evidence.Lines[line], head)))
                return $"what it cites does not deny it ({sentence[at].Text} {head})";
        }

        if (assertions.IsEmpty && !sentence.Any(element => element.Kind == ElementKind.Negation) && !readsPermission
            && cited.All(line => sentence.Any(element => element.Kind is ElementKind.Word or ElementKind.Relation && DeniesExactly(evidence.Lines[line], element.Text))))
            return "what it cites denies it";
        return null;
    }

    private static bool Denies(EvidenceReading line, string? head) =>
        line.Elements.Where(element => element.Kind == ElementKind.Negation).Any()
        && (head is null || Enumerable.Range(0, line.Elements.Count).Any(at => line.Elements[at].Kind == ElementKind.Negation && Head(line.Elements, at) is { } other && WordForm.Same(other, head)));

    private static bool DeniesExactly(EvidenceReading line, string word) =>
        Enumerable.Range(0, line.Elements.Count).Any(at => line.Elements[at].Kind == ElementKind.Negation
            && Head(line.Elements, at) is { } head && WordForm.Same(head, word.ToLowerInvariant()));

    private static string? Head(List<Element> elements, int negation)
    {
        for (var at = negation + 1; at < elements.Count; at++)
        {
            if (elements[at].Kind is ElementKind.Word or ElementKind.Relation or ElementKind.Name or ElementKind.Scope)
                return elements[at].Text.ToLowerInvariant().Split(' ')[0];
            if (elements[at].Kind == ElementKind.Break)
                return null;
        }

        return null;
    }

    private string? DateProblem(Element date, Proof proof)
    {
        foreach (var fact in proof.Facts)
        {
            var line = evidence.Lines[fact.Line];
            var own = line.Elements.Where((element, at) => element.Kind == ElementKind.Date && at >= fact.From && at < fact.To).ToList();
            if (own.Count > 0 ? own.Any(element => element.Date.Covers(date.Date)) : line.HasDate(date.Date))
                return null;
        }

        return Missing(date);
    }

    // A name beside the relation: told in the proving lines, or in a cited line that shares a name with them.
    private string? NameProblem(Element name, Proof proof)
    {
        foreach (var line in cited)
        {
            var names = evidence.Lines[line].Names;
            if (names.Overlaps(name.Names) && (proof.Lines.Contains(line) || proof.Lines.Any(other => evidence.Lines[other].Names.Overlaps(names))))
                return null;
        }

        return Missing(name);
    }

    private string? InLines(Element element, ImmutableArray<int> lines, int at)
    {
        var word = element.Text.ToLowerInvariant();
        if (readsPermission && Permission.Covers(word))
            return null;
        return element.Kind switch
        {
            ElementKind.Date => Has(lines, line => line.HasDate(element.Date)) ? null : Missing(element),
            ElementKind.Number => Has(lines, line => line.HasNumber(element)) || BesideName(at) ? null : Missing(element),
            ElementKind.Scope when word is "both" or "each" => null,
            ElementKind.Scope => Has(lines, line => line.Words.Contains(word)) ? null : Missing(element),
            ElementKind.Word when element.IsHard => Has(lines, line => line.Words.Contains(Normal(element.Text))) ? null
                : Has(cited, line => line.Words.Contains(Normal(element.Text))) && !char.IsUpper(element.Text[0]) ? null : Missing(element),
            ElementKind.Word => WordClass.Generic.Contains(word) || Has(cited, line => line.Has(word)) ? null : Missing(element),
            ElementKind.Relation => RelationProblem(element, word, lines, at),
            _ => null,
        };
    }

    // A wording that could not be read as a relation: its words must stand in the evidence like any others.
    private string? RelationProblem(Element relation, string text, ImmutableArray<int> lines, int at)
    {
        foreach (var word in text.Split(' '))
        {
            if (word is "before" or "after" ? !Has(cited, line => line.Words.Contains(word)) && !IsInOrder(word, lines, at)
                : !WordClass.Function.Contains(word) && !WordClass.Generic.Contains(word) && !Has(cited, line => line.Has(word)))
                return Missing(relation);
        }

        return null;
    }

    private bool IsInOrder(string word, ImmutableArray<int> lines, int at)
    {
        var thing = sentence.Skip(at + 1).TakeWhile(element => element.Kind is not (ElementKind.Comma or ElementKind.Break)).FirstOrDefault(element => element.Kind == ElementKind.Word);
        return thing is not null
            && Prover.IsBefore(lines.Select(line => evidence.Lines[line]), cited.Select(line => evidence.Lines[line]), thing.Text.ToLowerInvariant()) == (word == "before");
    }

    // «the 7B Quellmark-Mini», «OASST1, with 161443 messages»: a figure of the name beside it.
    private bool BesideName(int number)
    {
        var next = sentence.FindIndex(number + 1, Math.Min(2, sentence.Count - number - 1), element => element.Kind == ElementKind.Name);
        var before = number > 0 ? sentence.FindLastIndex(number - 1, Math.Min(4, number), element => element.Kind == ElementKind.Name) : -1;
        return new[] { next, before }.Where(at => at >= 0).Any(at =>
            Has(cited, line => line.Names.Overlaps(sentence[at].Names) && line.HasNumber(sentence[number])));
    }

    // Without a relation that is known, names must come in the order of the evidence.
    private string? OrderProblem(int from, int to)
    {
        var named = sentence.Skip(from).Take(to - from).Where(element => element.Kind == ElementKind.Name).ToList();
        for (var i = 0; i + 1 < named.Count; i++)
        {
            var (first, second) = (named[i], named[i + 1]);
            var between = sentence.SkipWhile(element => element != first).TakeWhile(element => element != second);
            if (!between.Any(element => element.Kind is ElementKind.Word or ElementKind.Relation))
                continue;
            var together = cited.Select(line => evidence.Lines[line].Elements)
                .Select(line => (First: line.FindIndex(each => each.Names.Intersect(first.Names).Any()), Second: line.FindLastIndex(each => each.Names.Intersect(second.Names).Any())))
                .Where(places => places is { First: >= 0, Second: >= 0 }).ToList();
            if (together.Count > 0 && together.All(places => places.First > places.Second))
                return "it tells its names the other way round";
        }

        return null;
    }

    private bool Has(ImmutableArray<int> lines, Func<EvidenceReading, bool> holds)
    {
        foreach (var line in lines)
        {
            if (holds(evidence.Lines[line]))
                return true;
        }

        return false;
    }

    private static string Normal(string text) => Atom.Read(text) is [var atom] ? atom.Norm : text.ToLowerInvariant();

    private static string Missing(Element element) => $"'{element.Text}' does not stand in what it cites";
}
