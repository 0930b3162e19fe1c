using ChatLineage.Chat.Commands;
using ChatLineage.Chat.Platforms;

namespace ChatLineage.Chat.Tests.Commands;

public sealed class ChatCommandTests
{
    [Fact]
    public void All_fit_what_chat_services_take() => Assert.All(ChatCommands.All, command =>
    {
        Assert.Matches("^[a-z]{1,32}$", command.Name);
        Assert.InRange(command.Description.Length, 1, 100);
        Assert.Equal(command.Parameters.OrderByDescending(parameter => parameter.Required), command.Parameters.AsEnumerable());
        Assert.All(command.Parameters, parameter =>
        {
            Assert.Matches("^[a-z]{1,32}$", parameter.Name);
            Assert.InRange(parameter.Description.Length, 1, 100);
        });
        Assert.Same(command, ChatCommands.Find(command.Name.ToUpperInvariant()));
    });

    [Theory]
    [InlineData("impact", "LLaMA", "What breaks if \"LLaMA\" closes?")]
    [InlineData("lineage", "StableVicuna", "What is \"StableVicuna\" ultimately built on?")]
    [InlineData("lineage", "Alpaca and Vicuna", "How are \"Alpaca\" and \"Vicuna\" related?")]
    [InlineData("lineage", "Alpaca to Vicuna", "How are \"Alpaca\" and \"Vicuna\" related?")]
    [InlineData("compare", "Falcon vs MPT", "Compare \"Falcon\" and \"MPT\".")]
    [InlineData("compare", "Falcon, MPT", "Compare \"Falcon\" and \"MPT\".")]
    [InlineData("licence", " Falcon\n40B ", "Which licence does \"Falcon 40B\" have, and can I use it commercially?")]
    [InlineData("timeline", "May 2023", "What is the timeline of \"May 2023\"?")]
    [InlineData("ask", "who made The Pile and why?", "who made The Pile and why?")]
    public void AskTyped_makes_a_question(string command, string typed, string question)
    {
        var request = ChatCommands.Find(command)!.AskTyped(typed);

        Assert.Equal(new CommandRequest(Request.Question, question), request);
    }

    [Theory]
    [InlineData("impact", "")]
    [InlineData("ask", "   ")]
    [InlineData("compare", "Falcon")]
    public void AskTyped_without_a_required_value_is_nothing(string command, string typed) => Assert.Null(ChatCommands.Find(command)!.AskTyped(typed));

    [Fact]
    public void AskTyped_sources_asks_for_sources() => Assert.Equal(new CommandRequest(Request.Sources, ""), ChatCommands.Find("sources")!.AskTyped(""));

    [Fact]
    public void Ask_by_values_reads_those_that_are_there()
    {
        var command = ChatCommands.Find("lineage")!;

        Assert.Equal("How are \"A\" and \"B\" related?", command.Ask(new Dictionary<string, string> { ["name"] = "A", ["other"] = "B" })!.Text);
        Assert.Equal("What is \"A\" ultimately built on?", command.Ask(new Dictionary<string, string> { ["name"] = "A", ["other"] = " " })!.Text);
        Assert.Null(command.Ask(new Dictionary<string, string> { ["other"] = "B" }));
    }

    [Fact]
    public void Ask_value_that_is_too_long_is_cut_between_characters()
    {
        var text = ChatCommands.Find("ask")!.AskTyped(new string('a', 1999) + "🦙🦙")!.Text;

        Assert.Equal(new string('a', 1999), text);
    }

    [Fact]
    public void Usage_shows_how_to_type_it() => Assert.Equal("compare <first> and <second>", ChatCommands.Find("compare")!.Usage);
}
