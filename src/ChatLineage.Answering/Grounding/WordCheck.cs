using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>Checks that every name, number, date and word of a sentence stands in what it cites.</summary>
internal sealed class WordCheck(EvidenceSet evidence, ImmutableArray<int> cited, List<Element> sentence, bool readsPermission,
    bool hasRelation, IReadOnlySet<Element> compared)
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
                ElementKind.Date => proof.Facts.IsEmpty ? InLines(element, proof.Lines, at) : DateProblem(element, proof, at),
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
            var about = at;
            ImmutableArray<int> lines = [.. cited.Where(line => IsAbout(evidence.Lines[line], about))];
            var problem = sentence[at].Kind == ElementKind.Name
                ? cited.Any(line => evidence.Lines[line].Names.Overlaps(sentence[about].Names)) ? null : Missing(sentence[at])
                : InLines(sentence[at], lines, at);
            if (problem is not null)
                return problem;
        }

        return readsPermission ? null : new RoleCheck(evidence, cited, sentence).Problem();
    }

    private string? DateProblem(Element date, Proof proof, int at)
    {
        if (proof.Facts.Any(fact => RelationLexicon.Appearing.Contains(fact.Relation)) is false && IsDateOfName(date, at))
            return null;
        foreach (var fact in proof.Facts)
        {
            var line = evidence.Lines[fact.Line];
            var own = line.Elements.Where((element, at) => element.Kind == ElementKind.Date && at >= fact.From && at < fact.To).ToList();
            if (own.Count > 0 ? own.Any(element => element.Date.Covers(date.Date)) : line.HasDate(date.Date))
                return null;
        }

        return Missing(date);
    }

    // «Hermes 3 builds on Llama 3.1, Meta AI's model of July 2024»: the date of the name before it.
    private bool IsDateOfName(Element date, int at)
    {
        var before = sentence.FindLastIndex(at, element => element.Kind == ElementKind.Name);
        return before >= 0 && Has(cited, line => line.HasDate(date.Date) && line.Names.Overlaps(sentence[before].Names));
    }

    // A name beside the relation: told in the proving lines, or in a cited line that shares a name with them.
    private string? NameProblem(Element name, Proof proof)
    {
        foreach (var line in cited)
        {
            var names = evidence.Lines[line].Names;
            if (names.Overlaps(name.Names) && (proof.Lines.Contains(line)
                || proof.Lines.Any(other => evidence.Lines[other].Names.Overlaps(names))))
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
            ElementKind.Number => Has(lines, line => line.HasNumber(element)) || BesideName(at) || IsCount(element)
                || IsToldOfNameBefore(at, line => line.HasNumber(element)) ? null : Missing(element),
            ElementKind.Scope when word is "both" or "each" => null,
            ElementKind.Scope when compared.Contains(element) => null,
            ElementKind.Scope => Has(lines, line => line.Words.Contains(word)) || IsToldOfNameBefore(at, line => line.Words.Contains(word))
                ? null : Missing(element),
            ElementKind.Word when element.IsHard => Has(lines, line => line.Words.Contains(Normal(element.Text)))
                || Has(cited, line => line.Words.Contains(Normal(element.Text)) && IsAbout(line, at)) ? null : Missing(element),
            ElementKind.Word when word == "weights" => Has(lines, line => !line.HasDetail("only") || line.HasDetail(word)) ? null
                : Missing(element),
            ElementKind.Word => word == "more" || WordClass.Generic.Contains(word)
                || Has(cited, line => line.Has(word) && (hasRelation || readsPermission || IsAbout(line, at))) ? null : Missing(element),
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
                && !compared.Contains(relation)
                : !WordClass.Function.Contains(word) && !WordClass.Generic.Contains(word) && !Has(cited, line => line.Has(word)))
                return Missing(relation);
        }

        return null;
    }

    // A line that tells of the name nearest to a word, before it or behind it; any line when the sentence has no name.
    private bool IsAbout(EvidenceReading line, int at)
    {
        var before = at > 0 ? sentence.FindLastIndex(at - 1, element => element.Kind == ElementKind.Name) : -1;
        var behind = sentence.FindIndex(at, element => element.Kind == ElementKind.Name);
        return (before < 0 && behind < 0) || new[] { before, behind }.Any(place => place >= 0
            && line.Names.Overlaps(sentence[place].Names));
    }

    // «… under the Llama 2 Community License, which needs a licence above 700 million users»: goes on about the last name.
    private bool IsToldOfNameBefore(int at, Func<EvidenceReading, bool> tells)
    {
        var relative = sentence.FindLastIndex(at, element => element.Kind is ElementKind.Relative or ElementKind.Relation
            or ElementKind.Break);
        if (relative < 1 || sentence[relative].Kind != ElementKind.Relative)
            return false;
        var before = sentence.FindLastIndex(relative, element => element.Kind == ElementKind.Name);
        return before >= 0 && Has(cited, line => line.Names.Overlaps(sentence[before].Names) && tells(line));
    }

    // «From two models: …» with two names, «Two licences apply» with two lines.
    // A list that goes on with «and 6 more» counts them too; the 6 itself then follows from the total.
    private bool IsCount(Element number)
    {
        var more = sentence.Zip(sentence.Skip(1)).Where(pair => pair.First.Kind == ElementKind.Number && pair.Second.Text == "more")
            .Select(pair => pair.First).FirstOrDefault();
        if (more == number)
            return sentence.Any(element => element.Kind == ElementKind.Number && element != number && IsCount(element));
        var names = sentence.Where(element => element.Kind == ElementKind.Name).Select(element => element.Names[0]).Distinct().Count();
        var total = (more?.Value ?? 0) + names;
        return number.Value >= 2 && (number.Value == cited.Length || number.Value == total || (number.Value == total - 1 && names > 2));
    }

    private bool IsInOrder(string word, ImmutableArray<int> lines, int at)
    {
        var thing = sentence.Skip(at + 1).TakeWhile(element => element.Kind is not (ElementKind.Comma or ElementKind.Break))
            .FirstOrDefault(element => element.Kind is ElementKind.Word or ElementKind.Relation);
        return thing is not null
            && Measures.IsBefore(lines.Select(line => evidence.Lines[line]), cited.Select(line => evidence.Lines[line]),
                thing.Text.ToLowerInvariant()) == (word == "before");
    }

    // «the 7B Quellmark-Mini», «OASST1, with 161443 messages»: a figure of the name beside it.
    private bool BesideName(int number)
    {
        var next = sentence.FindIndex(number + 1, Math.Min(2, sentence.Count - number - 1), element => element.Kind == ElementKind.Name);
        var before = number > 0 ? sentence.FindLastIndex(number - 1, Math.Min(4, number), element => element.Kind == ElementKind.Name) : -1;
        return new[] { next, before }.Where(at => at >= 0).Any(at =>
            Has(cited, line => line.Names.Overlaps(sentence[at].Names) && line.HasNumber(sentence[number])));
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
