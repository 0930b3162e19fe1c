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
    [InlineData("Knowledge:Folder", "no-such-folder", "CHATLINEAGE_Knowledge__Folder")]
    public void Read_wrong_setting_names_key_value_and_where_to_set_it(string key, string value, string variable)
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { [key] = value }));

        Assert.Contains(key, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(variable, wrong.Message, StringComparison.Ordinal);
        if (key is not "Drafter:MaxLine" and not "Chat:Limits:PerPersn")
            Assert.Contains(value, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_two_wrong_settings_names_both()
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(new() { ["Log:Level"] = "Loud", ["Drafter:MaxLines"] = "99" }));

        Assert.Contains("Log:Level", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("Drafter:MaxLines", wrong.Message, StringComparison.Ordinal);
    }

    private static ProgramOptions Read(Dictionary<string, string?> values) =>
        new OptionReader(new ConfigurationBuilder().AddInMemoryCollection(values).Build()).Read();
}
