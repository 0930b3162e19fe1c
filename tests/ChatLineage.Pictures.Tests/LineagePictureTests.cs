using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;
using SkiaSharp;

namespace ChatLineage.Pictures.Tests;

public sealed class LineagePictureTests
{
    private static readonly KnowledgeBase Family = Notes.Of(
        "vicuna fine_tuned_from llama", "stable fine_tuned_from vicuna", "stable fine_tuned_from stablelm; disputed: one article only",
        "awq quantised_from stable");

    [Theory]
    [InlineData(Theme.Light)]
    [InlineData(Theme.Dark)]
    public void Draw_again_gives_the_same_bytes(Theme theme) =>
    Assert.Equal(Draw(Family, "stable", theme).Png.ToArray(), Draw(Family, "stable", theme).Png.ToArray());

    [Fact]
    public void Draw_from_many_threads_gives_the_same_bytes()
    {
        var expected = Draw(Family, "stable").Png.ToArray();

        Parallel.For(0, 32, _ => Assert.Equal(expected, Draw(Family, "stable").Png.ToArray()));
    }

    [Theory]
    [InlineData(Theme.Light, 255, 255, 255)]
    [InlineData(Theme.Dark, 18, 23, 29)]
    public void Draw_makes_a_png_in_the_colours_of_the_theme(Theme theme, byte red, byte green, byte blue)
    {
        var picture = Draw(Family, "stable", theme);
        using var bitmap = SKBitmap.Decode(picture.Png.Span);

        Assert.Equal((1080, picture.Height), (bitmap.Width, bitmap.Height));
        Assert.Equal(new SKColor(red, green, blue), bitmap.GetPixel(2, 2));
        Assert.True(bitmap.Pixels.Distinct().Count() > 20, "Nothing is drawn.");
    }

    [Fact]
    public void Draw_says_in_words_what_it_shows() => Assert.Equal(
        "Lineage of Name of stable, a model. Above it: Name of vicuna (fine-tuned from); Name of stablelm (disputed: fine-tuned from). "
        + "Further up: Name of vicuna (fine-tuned from Name of llama). Below it: Name of awq (quantised from).",
        Draw(Family, "stable").AltText);

    [Fact]
    public void Draw_organisation_is_no_lineage_but_what_is_around_it() => Assert.Equal(
        "What is recorded around Name of organisation-lab, an organisation. Above it: Name of person-ada (led by). Below it: Name of gpt "
            + "(released by).",
        Draw(Notes.Of("gpt released_by organisation-lab", "organisation-lab led_by person-ada"), "organisation-lab").AltText);

    [Fact]
    public void Draw_without_any_relation_says_so() => Assert.Equal(
        "Lineage of Name of alone, a model. The notes record nothing that it comes from or that came of it.",
        Draw(Notes.Of([], new() { ["alone"] = "" }), "alone").AltText);

    [Fact]
    public void Draw_names_in_other_scripts_fall_back_to_an_alias_then_to_the_id()
    {
        var knowledge =
            Notes.Of(["qwen built_on wudao"], new() { ["qwen"] = "name: 通义千问\naliases: [Tongyi Qianwen]\n", ["wudao"] = "name: 悟道\n" });

        Assert.Equal("Lineage of Tongyi Qianwen, a model. Above it: wudao (built on).", Draw(knowledge, "qwen").AltText);
    }

    [Fact]
    public void Draw_widest_hubs_of_the_notes_stay_within_bounds()
    {
        var widest = Notes.Own.Entities.OrderByDescending(entity => Notes.Own.ClaimsTo(entity).Length + Notes.Own.ClaimsFrom(entity).Length)
            .Take(25).ToList();

        Assert.True(Notes.Own.ClaimsTo(widest[0]).Length > 100, "The notes lack the hubs that this test is about.");
        Assert.All(widest, AssertBounded);
    }

    [Fact]
    public void Draw_deepest_chains_of_the_notes_stay_within_bounds()
    {
        var deepest =
            Notes.Own.Entities.OrderByDescending(
                entity => Notes.Own.Graph.Ancestors(entity).Select(step => step.Depth).DefaultIfEmpty().Max()).Take(10).ToList();

        Assert.True(Notes.Own.Graph.Ancestors(deepest[0]).Max(step => step.Depth) >= 4,
            "The notes lack the chains that this test is about.");
        Assert.All(deepest, AssertBounded);
    }

    [Fact]
    public void Draw_more_than_has_room_becomes_smaller_instead_of_higher()
    {
        string[] words = ["built_on", "fine_tuned_from", "merged_from", "quantised_from", "adapter_of"];
        string[][] layers =
            [.. ((IEnumerable<int>)[3, 6, 3, 6]).Select(
                (count, layer) => Enumerable.Range(0, count).Select(i => $"l{layer}-{i}").ToArray()), ["centre"]];
        var claims = layers.Zip(layers.Skip(1))
            .SelectMany(
                pair => pair.Second.SelectMany((lower, i) => pair.First.Select((upper, j) => $"{lower} {words[(i + j) % 5]} {upper}")))
            .Concat(Enumerable.Range(0, 9).Select(i => $"below-{i} fine_tuned_from centre"));
        var fields = layers.SelectMany(layer => layer).Concat(Enumerable.Range(0, 9).Select(i => $"below-{i}"))
            .ToDictionary(id => id, id => $"name: A very long name of something that is called {id}\nreleased: 2024\n");
        var picture = Draw(Notes.Of(claims, fields), "centre");

        Assert.Equal(LineagePicture.MostPixels, picture.Height);
        Assert.InRange(picture.Width, 500, 1079);
    }

    [Fact]
    public void Draw_StableVicuna_shows_both_bases_and_which_is_disputed()
    {
        var text = Draw(Notes.Own, "stablevicuna").AltText;

        Assert.Contains("Vicuna (fine-tuned from)", text, StringComparison.Ordinal);
        Assert.Contains("StableLM-Alpha (disputed: fine-tuned from)", text, StringComparison.Ordinal);
        Assert.Contains("Vicuna (fine-tuned from LLaMA)", text, StringComparison.Ordinal);
    }

    private static LineagePicture Draw(KnowledgeBase knowledge, string id, Theme theme = Theme.Light) =>
        LineagePicture.Draw(knowledge, knowledge.FindEntity(id)!, theme);

    private static void AssertBounded(Entity entity)
    {
        var picture = LineagePicture.Draw(Notes.Own, entity, Theme.Light);

        Assert.Equal(1080, picture.Width);
        Assert.InRange(picture.Height, 300, LineagePicture.MostPixels);
        Assert.InRange(picture.Png.Length, 5_000, 1_000_000);
        Assert.InRange(picture.AltText.Length, 40, 1_000);
    }
}
