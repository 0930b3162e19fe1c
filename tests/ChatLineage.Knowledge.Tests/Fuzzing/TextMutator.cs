using System.Text;

namespace ChatLineage.Knowledge.Tests.Fuzzing;

/// <summary>Makes broken files out of good ones: the same seed gives the same texts.</summary>
internal sealed class TextMutator(int seed, IReadOnlyList<string> corpus)
{
    private const int MostMutations = 8;
    private const int LongestRange = 200;

    // What YAML, Markdown and the reader treat in a way of their own.
    private static readonly string[] Tokens =
    [
        "&a ", "*a", "!!str ", "!<tag:x> ", "---\n", "...\n", "%YAML 1.2\n", "? ", ": ", "- ", "- - - - - - - - - ", "[", "]", "{", "}",
            "[[[[[[[[[[[[", "{a: {b: {c: {d: ",
        "'", "\"", "|\n", ">\n", "|+9\n", "# ", "\t", "\r", "\r\n", "\n\n\n", "\0", "\uFEFF", "\uD800", "\uDFFF", "\u2028", "\u0085", "\\x",
            "\\U0010FFFF\\", "<<: *a\n", "~", "null",
        "claims:\n", "  - built_on: a\n", "    sources: [s]\n", "id: x\n", "id: x\nid: x\n", "released: 9999-99-99\n", "[^a]", "[^", "](",
            "![", ">>>>>>>>>>", "* * * *\n", "```\n", "<a", "&#x0;",
        "\u202E", "é", "模型", "🙂", "sources:\n", "terms:\n  commercial: yes\n", "same_name_as: [x]\n", "@", "`", ",", "\u001b[2J",
            "a: &b [*b, *b]\n",
    ];

    private readonly Random _random = new(seed);

    public string Next()
    {
        var text = new StringBuilder(corpus[_random.Next(corpus.Count)]);
        for (var left = _random.Next(1, MostMutations + 1); left > 0; left--)
            Mutate(text);
        return text.ToString();
    }

    private void Mutate(StringBuilder text)
    {
        var at = _random.Next(text.Length + 1);
        var length = Math.Min(_random.Next(1, LongestRange), text.Length - at);
        switch (_random.Next(8))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length));
                break;
            case 2 when text.Length > 0:
                text[_random.Next(text.Length)] = (char)_random.Next(_random.Next(2) == 0 ? 128 : char.MaxValue);
                break;
            case 3:
                text.Length = at;
                break;
            case 4:
                var other = corpus[_random.Next(corpus.Count)];
                var from = _random.Next(other.Length);
                text.Insert(at, other.AsSpan(from, Math.Min(_random.Next(1, LongestRange), other.Length - from)));
                break;
            case 5:
                text.Insert(at, Tokens[_random.Next(Tokens.Length)].AsSpan()).Insert(at, Tokens[_random.Next(Tokens.Length)].AsSpan());
                break;
            default:
                text.Insert(at, Tokens[_random.Next(Tokens.Length)].AsSpan());
                break;
        }
    }
}
