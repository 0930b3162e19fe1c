using ChatLineage.Chat.Access;
using ChatLineage.Cli.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Cli.Tests.Settings;

public sealed class OptionReaderTests
{
    [Fact]
    public void Read_nothing_gives_the_defaults()
    {
        var options = Read([]);

        Assert.Null(options.Log.Level);
        Assert.Null(options.Knowledge.Folder);
        Assert.Equal("writer", options.Drafter.Prompt);
    }

    [Fact]
    public void Read_values_binds_every_section()
    {
        var options = Read(new() { ["Log:Level"] = "debug", ["LocalModel:Threads"] = "3", ["Drafter:MaxLines"] = "4" });

        Assert.Equal(LogLevel.Debug, options.Log.Level);
        Assert.Equal(3, options.LocalModel.Threads);
        Assert.Equal(4, options.Drafter.MaxLines);
    }

    [Theory]
    [InlineData("Log:Level", "Loud", "CHATLINEAGE_Log__Level")]
    [InlineData("Log:Level", "77", "CHATLINEAGE_Log__Level")]
    [InlineData("LocalModel:Threads", "0", "CHATLINEAGE_LocalModel__Threads")]
    [InlineData("LocalModel:Threads", "many", "CHATLINEAGE_LocalModel__Threads")]
    [InlineData("Drafter:MaxLines", "99", "CHATLINEAGE_Drafter__MaxLines")]
    [InlineData("Drafter:MaxLine", "4", "CHATLINEAGE_Drafter__MaxLine")]
    [InlineData("Chat:Parallel", "900", "CHATLINEAGE_Chat__Parallel")]
    [InlineData("Chat:Limits:PerPerson", "0", "CHATLINEAGE_Chat__Limits__PerPerson")]
    [InlineData("Chat:Limits:Window", "soon", "CHATLINEAGE_Chat__Limits__Window")]
    [InlineData("Chat:Limits:PerPersn", "5", "CHATLINEAGE_Chat__Limits__PerPersn")]
    [InlineData("Slack:Mode", "Pigeon", "CHATLINEAGE_Slack__Mode")]
    [InlineData("Slack:Connections", "11", "CHATLINEAGE_Slack__Connections")]
    [InlineData("Slack:ListenOn", "https://x", "CHATLINEAGE_Slack__ListenOn")]
    [InlineData("Slack:Access:Mode", "Loud", "CHATLINEAGE_Slack__Access__Mode")]
    [InlineData("ModelServer:Address", "localhost:8080", "CHATLINEAGE_ModelServer__Address")]
    [InlineData("ModelServer:TimeoutSeconds", "0", "CHATLINEAGE_ModelServer__TimeoutSeconds")]
    [InlineData("Knowledge:Folder", "no-such-folder", "CHATLINEAGE_Knowledge__Folder")]
    public void Read_wrong_setting_names_key_value_and_where_to_set_it(string key, string value, string variable)
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { [key] = value }));

        Assert.Contains(key, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(variable, wrong.Message, StringComparison.Ordinal);
        if (key is not "Drafter:MaxLine" and not "Chat:Limits:PerPersn")
            Assert.Contains(value, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Discord:Access:Servers:0", "my server")]
    [InlineData("Discord:Access:Channels:1", "#general")]
    [InlineData("Discord:Access:Roles:0", "Members")]
    [InlineData("Discord:Access:MaintainersChannel", "#maintainers")]
    public void Read_Discord_name_where_an_id_belongs_says_how_to_find_the_id(string key, string name)
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { ["Discord:Access:Channels:0"] = "123456789012345678", [key] = name }));

        Assert.Contains($"'{key}' is wrong: '{name}' cannot be used", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("Developer Mode", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_key_that_does_not_exist_lists_those_that_can_be_set()
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { ["Discord:Acess:Mode"] = "Every" }));

        Assert.Contains("Access", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("IsConfigured", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_two_wrong_settings_names_both()
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { ["Log:Level"] = "Loud", ["Drafter:MaxLines"] = "99" }));

        Assert.Contains("Log:Level", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("Drafter:MaxLines", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ModelServer:ApiKey", "sec ret")]
    [InlineData("ModelServer:Address", "https://me:secret@models.example.org/v1")]
    [InlineData("Slack:BotToken", "xoxp-secret-of-a-person")]
    [InlineData("Slack:AppToken", "not a token")]
    public void Read_wrong_secret_is_not_shown(string key, string value)
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { [key] = value }));

        Assert.Contains(key, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Socket", "Slack:AppToken")]
    [InlineData("Http", "Slack:SigningSecret")]
    public void Read_Slack_without_what_its_mode_needs_names_it(string mode, string missing)
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { ["Slack:BotToken"] = "xoxb-1", ["Slack:Mode"] = mode }));

        Assert.Contains(missing, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Slack_binds_all_of_it()
    {
        var options = Read(new()
        {
            ["Slack:BotToken"] = "xoxb-1",
            ["Slack:AppToken"] = "xapp-1",
            ["Slack:Maintainers:0"] = "U1",
            ["Slack:Access:Modes:C1"] = "Silent",
            ["Slack:Access:MaintainersChannel"] = "C9",
        }).Slack;

        Assert.True(options.IsConfigured);
        Assert.Equal(["U1"], options.Maintainers);
        Assert.Equal(ChannelMode.Silent, options.Access.Modes["C1"]);
        Assert.Equal("C9", options.Access.MaintainersChannel);
    }

    [Theory]
    [InlineData(null, null, "writer")]
    [InlineData("m", null, "general")]
    [InlineData("m", "writer", "writer")]
    public void Read_with_a_model_server_takes_the_general_prompt_unless_one_is_named(string? model, string? prompt, string expected)
    {
        var given = new Dictionary<string, string?> { ["ModelServer:Model"] = model, ["Drafter:Prompt"] = prompt };

        var options = Read(given.Where(value => value.Value is not null).ToDictionary());

        Assert.Equal(expected, options.Drafter.Prompt);
    }

    private static ProgramOptions Read(Dictionary<string, string?> values) =>
        new OptionReader(new ConfigurationBuilder().AddInMemoryCollection(values).Build()).Read();
}
