using System.Text.RegularExpressions;
using ChatLineage.Chat.Rendering;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ChatLineage.Chat.Tests.Rendering;

/// <summary>What holds for every split, over random texts made of the pieces that are hard to split.</summary>
[Properties(Arbitrary = [typeof(TextSplitterProperties)], MaxTest = 500)]
public sealed partial class TextSplitterProperties
{
    private static readonly string[] Pieces =
    [
        "word", "a", "unbreakable-" + new string('x', 60), ". ", " ", "\n", "\n\n", "🦙", "e\u0301", "👩‍👩‍👧", "[1]", " [2][3]", @"[\[1\]](<https://example.org/a>)",
        "[title](https://example.org/some/long/path)", "<https://example.org|here>", "`code span`", "\n```\n", "\n```python\n", @"\*", "? ", "! ",
    ];

    public static Arbitrary<Markup> Markups() =>
        Gen.Elements(Pieces).ListOf().Select(pieces => new Markup(string.Concat(pieces))).ToArbitrary();

    [Property]
    public void Split_always_keeps_the_limit(Markup markup, byte extra) =>
        Assert.All(TextSplitter.Split(markup.Text, 80 + extra), part => Assert.InRange(part.Length, 1, 80 + extra));

    [Property]
    public void Split_always_keeps_every_sign_in_order(Markup markup, byte extra)
    {
        var parts = TextSplitter.Split(markup.Text, 80 + extra);

        // Fences that were closed and opened again are all that may be added, white space at the breaks all that may go.
        Assert.Equal(Signs(markup.Text), Signs(string.Join('\n', parts)));
    }

    [Property]
    public void Split_never_breaks_a_link_or_a_character(Markup markup, byte extra)
    {
        foreach (var part in TextSplitter.Split(markup.Text, 80 + extra))
        {
            Assert.Equal(Count(part, "(https:") + Count(part, "(<https:"), Link().Count(part));
            Assert.Equal(Count(part, "<https://example.org|"), Count(part, "|here>"));
            Assert.False(char.IsLowSurrogate(part[0]) || char.IsHighSurrogate(part[^1]), "half a surrogate pair");
            Assert.NotEqual('\u0301', part[0]);
            Assert.NotEqual('\u200d', part[0]);
        }
    }

    [Property]
    public void Split_never_begins_with_a_citation_that_belongs_to_the_part_before(byte words)
    {
        var text = string.Concat(Enumerable.Repeat("word ", words + 1)).TrimEnd() + " [1][2]. More of it follows here, and more.";

        Assert.All(TextSplitter.Split(text, 60).Skip(1), part => Assert.False(part.StartsWith('['), part));
    }

    [Property]
    public void Split_always_leaves_fences_closed(Markup markup, byte extra)
    {
        var text = "```\n" + markup.Text.Replace("```", "", StringComparison.Ordinal) + "\nend\n```";

        Assert.All(TextSplitter.Split(text, 80 + extra), part => Assert.Equal(0, part.Split('\n').Count(line => line.StartsWith("```", StringComparison.Ordinal)) % 2));
    }

    private static int Count(string text, string piece) => text.Split(piece).Length - 1;

    private static string Signs(string text) => string.Concat(Fence().Replace(text, "").Where(sign => !char.IsWhiteSpace(sign)));

    [GeneratedRegex(@"(?:^|\n)?```(?:python)?")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\(<?https:[^()\s]*\)")]
    private static partial Regex Link();

    /// <summary>A text in markup.</summary>
    public sealed record Markup(string Text);
}
