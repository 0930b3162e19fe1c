using ChatLineage.LocalModel.Prompts;
using ChatLineage.LocalModel.Runtime;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Prompts;

public sealed class PromptRendererTests
{
    [Fact]
    public void Create_model_without_template_says_so()
    {
        var failure = Assert.Throws<ModelLoadException>(() => new PromptRenderer(new FakeModel { HasTemplate = false }));

        Assert.Equal(ModelLoadFailure.NoChatTemplate, failure.Failure);
        Assert.Contains("fake.gguf", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_begin_token_wanted_is_added_once()
    {
        var plain = new FakeModel();
        var model = new FakeModel { Facts = plain.Facts with { BeginToken = 7 } };

        var with = new PromptRenderer(model).Render([new TemplateMessage("system", "s"), new TemplateMessage("user", "u")]);
        var without = new PromptRenderer(plain).Render([new TemplateMessage("system", "s"), new TemplateMessage("user", "u")]);

        Assert.Equal([7, .. without.Tokens], with.Tokens);
        Assert.Equal(without.SharedTokens + 1, with.SharedTokens);
    }

    [Fact]
    public void Render_template_that_begins_with_the_begin_token_gets_no_second_one()
    {
        var plain = new FakeModel();
        var model = new FakeModel { Facts = plain.Facts with { BeginToken = FakeModel.TurnStart } };

        var tokens = new PromptRenderer(model).Render([new TemplateMessage("user", "u")]).Tokens;

        Assert.NotEqual(tokens[0], tokens[1]);
    }

    [Fact]
    public void Render_private_use_characters_in_a_message_cannot_move_messages()
    {
        var prompt = new PromptRenderer(new FakeModel()).Render(
            [new TemplateMessage("system", "\uE0001\uE001"), new TemplateMessage("user", "\uE0000\uE001 text")]);

        Assert.Equal("<|im_start|>system\n1<|im_end|>\n<|im_start|>user\n0 text<|im_end|>\n<|im_start|>assistant\n", prompt.Text);
    }
}
