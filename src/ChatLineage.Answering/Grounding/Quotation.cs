namespace ChatLineage.Answering.Grounding;

/// <summary>Takes out of a sentence what a cited line says in the same words: there is nothing to prove about it.</summary>
internal static class Quotation
{
    /// <summary>Removes clauses that open a cited line word for word, and brackets that stand in one.</summary>
    public static void Remove(List<Element> sentence, IReadOnlyList<EvidenceReading> cited)
    {
        if (sentence.Count > 0 && cited.Any(line => Repeats(line.Elements, 0, sentence, 0,
            sentence.Count - (sentence[^1].Kind == ElementKind.Break ? 1 : 0))))
        {
            sentence.RemoveRange(0, sentence.Count);
            return;
        }

        RemoveBrackets(sentence, cited);
        for (var from = 0; from < sentence.Count;)
        {
            var to = EndOfClause(sentence, from);
            var start = from;
            while (start < to && (sentence[start].Kind is ElementKind.And || sentence[start].Text is ","))
                start++;
            if (to > start && cited.Any(line => Starts(line.Elements).Any(begin => Repeats(line.Elements, begin, sentence, start, to))))
            {
                // The break stays, so that what is around does not grow together.
                sentence.RemoveRange(from, to - from);
                sentence.Insert(from, new Element(ElementKind.Break, ";"));
                to = from + 1;
            }

            from = to + (to < sentence.Count && sentence[to].Kind == ElementKind.Break ? 1 : 0);
        }
    }

    private static int EndOfClause(List<Element> sentence, int from)
    {
        for (var at = from + 1; at < sentence.Count; at++)
        {
            if (sentence[at].Kind == ElementKind.Break || (sentence[at].Text == "," && at + 1 < sentence.Count
                && sentence[at + 1].Text is "but" or "and"))
                return at;
        }

        return sentence.Count;
    }

    // Not behind a comma: what stands before it could say whose words these are.
    private static IEnumerable<int> Starts(List<Element> line) =>
        Enumerable.Range(0, line.Count).Where(at => at == 0 || line[at - 1].Text == ";");

    private static bool Repeats(List<Element> line, int begin, List<Element> sentence, int from, int to)
    {
        var (at, lineAt) = (SkipArticle(sentence, from), SkipArticle(line, begin));
        for (; at < to; at++, lineAt++)
        {
            if (lineAt >= line.Count || !SameText(sentence[at], line[lineAt]))
                return false;
        }

        return lineAt == line.Count || line[lineAt].Kind == ElementKind.Break || line[lineAt].Text is "(" or ",";
    }

    private static int SkipArticle(List<Element> elements, int at) =>
        at < elements.Count && elements[at].Text.ToLowerInvariant() is "the" or "a" or "an" ? at + 1 : at;

    private static void RemoveBrackets(List<Element> sentence, IReadOnlyList<EvidenceReading> cited)
    {
        for (var open = sentence.FindIndex(element => element.Text == "("); open >= 0; open = sentence.FindIndex(open + 1, element =>
            element.Text == "("))
        {
            var close = Close(sentence, open);
            if (close < 0 || !cited.Any(line => HasBracket(line.Elements, sentence, open, close)))
                continue;
            sentence.RemoveRange(open, close - open + 1);
            open--;
        }
    }

    private static int Close(List<Element> elements, int open)
    {
        var depth = 0;
        for (var at = open; at < elements.Count; at++)
        {
            depth += elements[at].Text switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 0)
                return at;
        }

        return -1;
    }

    private static bool HasBracket(List<Element> line, List<Element> sentence, int open, int close)
    {
        for (var start = 0; start + close - open < line.Count; start++)
        {
            if (line[start].Text == "(" && Enumerable.Range(0, close - open + 1).All(i => SameText(sentence[open + i], line[start + i])))
                return true;
        }

        return false;
    }

    private static bool SameText(Element left, Element right) => string.Equals(left.Text, right.Text, StringComparison.OrdinalIgnoreCase);
}
