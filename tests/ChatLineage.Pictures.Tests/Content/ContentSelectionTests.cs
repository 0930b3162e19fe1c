using ChatLineage.Knowledge;
using ChatLineage.Pictures.Content;

namespace ChatLineage.Pictures.Tests.Content;

public sealed class ContentSelectionTests
{
    private static readonly KnowledgeBase Family = Notes.Of(
        "vicuna fine_tuned_from llama", "stable fine_tuned_from vicuna", "stable built_on llama", "stable trained_on dataset-chat",
        "stable fine_tuned_from stablelm; disputed: one article only", "awq quantised_from stable", "mix merged_from awq",
        "llama trained_on dataset-web",
        "stable released_by organisation-lab", "vicuna-2 successor_of vicuna", "other fine_tuned_from vicuna");

    [Fact]
    public void Select_shows_both_sides_in_levels_and_leaves_out_what_is_told_more_exactly() => Assert.Equal(
        ["stable 0", "vicuna -1", "stablelm -1", "dataset-chat -1", "llama -2", "awq 1", "mix 2"],
        Select("stable").Boxes.Select(box => $"{box.Entity!.Id} {box.Level}"));

    [Fact]
    public void Select_says_what_the_lower_is_to_the_upper() => Assert.Equal(
        ["stable fine-tuned from vicuna", "stable disputed: fine-tuned from stablelm", "stable trained on dataset-chat",
            "vicuna fine-tuned from llama", "awq quantised from stable", "mix merged from awq"],
        Select("stable").Links.Select(link => $"{link.Lower.Entity!.Id} {link.Label} {link.Upper.Entity!.Id}"));

    [Fact]
    public void Select_counts_what_lies_beyond()
    {
        var boxes = Select("llama").Boxes;

        Assert.Equal(["stable 1", "vicuna 0"], boxes.Where(box => box.Entity?.Id is "vicuna" or "stable")
            .Select(box => $"{box.Entity!.Id} {box.Beyond}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Select_hub_names_the_weightiest_and_counts_the_rest()
    {
        var knowledge =
            Notes.Of(Enumerable.Range(10, 50).Select(number => $"m{number} fine_tuned_from hub").Append("child fine_tuned_from m57"));
        var content = ContentSelection.Select(knowledge, knowledge.FindEntity("hub")!);

        Assert.Equal("Name of m57", content.Boxes[1].Name);
        Assert.Equal(1, content.Boxes[1].Beyond);
        var rest = Assert.Single(content.Boxes, box => box.Entity is null);
        Assert.Equal("and 42 more", rest.Name);
        Assert.Contains(content.Links, link => link.Lower == rest && link.Label == "fine-tuned from");
    }

    [Fact]
    public void Select_dataset_keeps_what_it_takes_itself_and_through_another()
    {
        var knowledge =
            Notes.Of("dataset-pajama built_on dataset-c4", "dataset-pajama built_on dataset-crawl", "dataset-c4 built_on dataset-crawl");
        var content = ContentSelection.Select(knowledge, knowledge.FindEntity("dataset-pajama")!);

        Assert.Equal(["dataset-c4 -1", "dataset-crawl -2", "dataset-pajama 0"],
            content.Boxes.Select(box => $"{box.Entity!.Id} {box.Level}").Order(StringComparer.Ordinal));
        Assert.Equal(3, content.Links.Length);
    }

    [Fact]
    public void Select_parts_of_a_dataset_stand_above_it()
    {
        var knowledge = Notes.Of("dataset-books member_of dataset-pile", "gpt trained_on dataset-pile");
        var content = ContentSelection.Select(knowledge, knowledge.FindEntity("dataset-pile")!);

        Assert.Equal(["dataset-pile includes dataset-books", "gpt trained on dataset-pile"],
            content.Links.Select(link => $"{link.Lower.Entity!.Id} {link.Label} {link.Upper.Entity!.Id}"));
    }

    [Fact]
    public void Select_organisation_shows_its_works()
    {
        var content = Select("organisation-lab");

        Assert.Equal(["organisation-lab 0", "stable 1"], content.Boxes.Select(box => $"{box.Entity!.Id} {box.Level}"));
        Assert.Equal("released by", Assert.Single(content.Links).Label);
    }

    [Fact]
    public void Select_deepest_chain_ends_after_four_levels_and_says_that_more_is_beyond()
    {
        var knowledge = Notes.Of(Enumerable.Range(10, 40).Select(number => $"m{number + 1} fine_tuned_from m{number}"));
        var content = ContentSelection.Select(knowledge, knowledge.FindEntity("m30")!);

        Assert.Equal([-4, -3, -2, -1, 0, 1, 2], content.Boxes.Select(box => box.Level).Order());
        Assert.Equal(["m26", "m32"],
            content.Boxes.Where(box => box.Beyond > 0).Select(box => box.Entity!.Id).Order(StringComparer.Ordinal));
    }

    private static PictureContent Select(string id) => ContentSelection.Select(Family, Family.FindEntity(id)!);
}
