using ChatLineage.Answering.Drafting;

namespace ChatLineage.Answering.Tests.Drafting;

public sealed class PromptFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prompts-test");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Find_looks_beside_the_program_and_up_the_tree()
    {
        var prompts = _folder.CreateSubdirectory("prompts");
        var program = _folder.CreateSubdirectory("bin").CreateSubdirectory("release");
        Assert.Equal(prompts.FullName, PromptFolder.Find(null, program.FullName).Path);
        Assert.Equal(prompts.FullName, PromptFolder.Find(prompts.FullName, program.FullName).Path);
    }

    [Fact]
    public void Find_missing_folder_says_what_to_do()
    {
        var configured = Assert.Throws<PromptTemplateException>(() => PromptFolder.Find(Path.Combine(_folder.FullName, "nowhere")));
        Assert.Contains("PromptsFolder", configured.Message, StringComparison.Ordinal);
        var looked = Assert.Throws<PromptTemplateException>(() => PromptFolder.Find(null, Path.GetPathRoot(_folder.FullName)!));
        Assert.Contains("set PromptsFolder", looked.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_missing_template_names_the_file()
    {
        var error = Assert.Throws<PromptTemplateException>(() => PromptFolder.Find(_folder.FullName).Load("writer"));
        Assert.Contains(Path.Combine("writer", "skprompt.txt"), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("{}", "no \"version\"")]
    [InlineData("{\"version\": 1}", "cannot be read")]
    public void Load_broken_config_says_what_is_wrong(string config, string expected)
    {
        Write("writer", "text", config);
        var error = Assert.Throws<PromptTemplateException>(() => PromptFolder.Find(_folder.FullName).Load("writer"));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_hash_follows_the_content_and_not_the_line_ends()
    {
        Write("one", "a\nb\n", "{\"version\": \"1\"}");
        Write("two", "a\r\nb\r\n", "{\"version\": \"1\"}");
        Write("three", "a\nB\n", "{\"version\": \"1\"}");
        Write("four", "a\nb\n", "{\"version\": \"2\"}");
        var folder = PromptFolder.Find(_folder.FullName);
        Assert.Equal(folder.Load("one").Hash, folder.Load("two").Hash);
        Assert.NotEqual(folder.Load("one").Hash, folder.Load("three").Hash);
        Assert.NotEqual(folder.Load("one").Hash, folder.Load("four").Hash);
        Assert.Equal("2", folder.Load("four").Version);
    }

    private void Write(string name, string template, string config)
    {
        var folder = _folder.CreateSubdirectory(name);
        File.WriteAllText(Path.Combine(folder.FullName, "skprompt.txt"), template);
        File.WriteAllText(Path.Combine(folder.FullName, "config.json"), config);
    }
}
