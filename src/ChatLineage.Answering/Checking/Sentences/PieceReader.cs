using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;

namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>Takes a sentence apart into words, names, dates and quantities.</summary>
/// <remarks>Pure; safe from any number of threads.</remarks>
internal sealed partial class PieceReader(EntityLinker linker, Vocabulary vocabulary)
{
    public ImmutableArray<Piece> Read(string text)
    {
        var tokens = Tokenizer.Tokens(text);
        var spans = Names(text, tokens).Concat(Dates(text, tokens)).ToList();
        spans.AddRange(QuantityReader.Read(text).Where(each => !spans.Any(span => span.Start < each.End && each.Start < span.End))
            .Select(each => new Piece { Start = each.Start, End = each.End, Quantity = each.Quantity }).ToList());
        spans.AddRange(tokens.Where(token => !spans.Any(span => token.Start >= span.Start && token.Start < span.End))
            .Select(token => new Piece
            {
                Start = token.Start,
                End = token.End,
                Word = token.Text,
                IsUnknownName = token.Capital
                && !vocabulary.Knows(token.Text)
            }).ToList());
        var ordered = spans.OrderBy(piece => piece.Start).ToList();
        return [.. ordered.Select((piece, at) =>
            piece with { Before = text[(at == 0 ? 0 : Math.Min(ordered[at - 1].End, piece.Start))..piece.Start],
            Possessive = !piece.Entities.IsEmpty && IsPossessive(text, piece.End) })];
    }

    private IEnumerable<Piece> Names(string text, ImmutableArray<Token> tokens) => linker.Link(text, tokens)
        .Where(mention => IsName(tokens, mention))
        .SelectMany(mention => Owned(text, tokens, mention) ?? [Name(text, tokens, mention)]);

    private static Piece Name(string text, ImmutableArray<Token> tokens, Mention mention) => new()
    {
        Start = tokens[mention.First].Start,
        End = tokens[mention.End - 1].End,
        Entities = Likely(mention, text[tokens[mention.First].Start..tokens[mention.End - 1].End]),
    };

    // «Google's Bard» is a name of Bard, and says whose it is as well.
    private Piece[]? Owned(string text, ImmutableArray<Token> tokens, Mention mention)
    {
        var owner = mention.First;
        while (owner < mention.End - 1 && !IsPossessive(text, tokens[owner].End))
            owner++;
        if (owner >= mention.End - 1)
            return null;
        var before = linker.Link(text, tokens[..(owner + 1)]).LastOrDefault(each => each.End == owner + 1 && IsName(tokens, each));
        return before is null ? null : [Name(text, tokens, before), Name(text, tokens, mention) with { Start = tokens[owner + 1].Start }];
    }

    // A word that merely happens to be a name is none: «together», «the source»; nor is a misspelt word in lower case.
    private static bool IsName(ImmutableArray<Token> tokens, Mention mention)
    {
        var first = tokens[mention.First];
        if (mention.Corrected && !first.Capital)
            return false;
        if (mention.Count > 1)
            return true;
        return !EverydayWords.Contains(first.Text) || (first.Capital
            && (first.Start > 0 || tokens is [_, { Text: "is" or "was" or "has" }, ..]));
    }

    // The name as it is spelt decides between things of one name: «Notion» is no «NOTION».
    private static ImmutableArray<Entity> Likely(Mention mention, string spelt)
    {
        var all = mention.Others.Prepend(mention.Entity).ToList();
        return [.. all.OrderByDescending(entity => entity.Name == spelt || entity.Aliases.Contains(spelt))];
    }

    private static List<Piece> Dates(string text, ImmutableArray<Token> tokens)
    {
        var dates = new List<Piece>();
        foreach (Match iso in IsoDate().Matches(text))
        {
            if (PartialDate.TryParse(iso.Value, out var date))
                dates.Add(new Piece { Start = iso.Index, End = iso.Index + iso.Length, Date = date });
        }

        var words = tokens.Select(token => dates.Exists(date => token.Start >= date.Start && token.Start < date.End) ? null : token.Text)
            .ToArray();
        for (var at = 0; at < words.Length; at++)
        {
            // One date at a time, so that each knows its place.
            var end = EndOfDate(words, at);
            if (end <= at)
                continue;
            var taken = new bool[end - at];
            var read = DateReader.Read(words[at..end], taken);
            if (!read.IsEmpty)
                dates.Add(new Piece
                {
                    Start = tokens[at + Array.IndexOf(taken, true)].Start,
                    End = tokens[at + Array.LastIndexOf(taken, true)].End,
                    Date = read[0]
                });
            at = end - 1;
        }

        return dates;
    }

    // A run of day, month and year in any order that people write.
    private static int EndOfDate(string?[] words, int at)
    {
        var end = at;
        var months = 0;
        while (end < words.Length && words[end] is { } word && (IsNumber(word) || IsMonth(word)
            || (end > at && word is "st" or "nd" or "rd" or "th" or "of" && (IsNumber(words[end - 1]!) || word == "of"))))
        {
            if (IsMonth(word) && ++months > 1)
                break;
            end++;
            if (word.Length == 4 && IsNumber(word))
                break;
        }

        while (end > at && words[end - 1] == "of")
            end--;
        return months > 0 || (end == at + 1 && IsYear(words[at]!)) ? end : at;
    }

    private static bool IsYear(string word) => word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture,
        out var year) && year is >= 1990 and <= 2099;

    private static bool IsNumber(string word) => word.Length <= 4 && word.All(char.IsAsciiDigit);

    private static bool IsMonth(string word) =>
        word.Length >= 3 && (word == "sept" || Array.Exists(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, month =>
            month.Length > 0 && (month.Equals(word, StringComparison.OrdinalIgnoreCase)
            || (word.Length == 3 && month.StartsWith(word, StringComparison.OrdinalIgnoreCase)))));

    private static bool IsPossessive(string text, int end) =>
        end + 1 < text.Length && text[end] is '\'' or '’' && (text[end + 1] is 's'
            || (text[end - 1] == 's' && !char.IsLetterOrDigit(text[end + 1])));

    [GeneratedRegex(@"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")]
    private static partial Regex IsoDate();
}
