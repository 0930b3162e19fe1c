using ChatLineage.Answering.Drafting;
using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Doctor;
using ChatLineage.Cli.Doctor.Local;
using ChatLineage.Cli.Settings;
using ChatLineage.Cli.Tests.Architecture;

namespace ChatLineage.Cli.Tests.Doctor;

public sealed class LocalProbeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatlineage-doctor-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Notes_of_the_repository_are_fine()
    {
        var result = await new NotesProbe(new AnsweringChoices(Path.Combine(Repository.Root, "knowledge"), NoModel: true)).RunAsync(CancellationToken.None);

        Assert.Equal(ProbeStatus.Ok, result.Status);
        Assert.Matches("[0-9],[0-9]{3} notes", result.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("missing")]
    public async Task Notes_missing_or_none_fail_with_what_to_set(string name)
    {
        var result = await new NotesProbe(new AnsweringChoices(Path.Combine(_folder, name), NoModel: true)).RunAsync(CancellationToken.None);

        Assert.Equal(ProbeStatus.Failed, result.Status);
        Assert.Contains("Knowledge:Folder", result.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_broken_are_a_warning()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "models"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "models", "alpaca.md"), "---\nid: alpaca\nname: Alpaca\nkind: model\nclaims:\n  - built_on: nowhere\n---\n");

        var result = await new NotesProbe(new AnsweringChoices(_folder, NoModel: true)).RunAsync(CancellationToken.None);

        Assert.Equal(ProbeStatus.Warning, result.Status);
        Assert.Contains("knowledge check", result.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_not_wanted_is_not_looked_at() =>
        Assert.Equal(ProbeStatus.Skipped, (await new ModelProbe(new AnsweringChoices("", NoModel: true), Options()).RunAsync(CancellationToken.None)).Status);

    [Fact]
    public async Task Model_that_ships_is_fine() =>
        Assert.Equal(ProbeStatus.Ok, (await new ModelProbe(new AnsweringChoices("", NoModel: false), Options()).RunAsync(CancellationToken.None)).Status);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Model_missing_or_broken_is_a_warning(bool exists)
    {
        var options = Options();
        options.LocalModel.ModelPath = Path.Combine(_folder, "model.gguf");
        if (exists)
            await File.WriteAllTextAsync(options.LocalModel.ModelPath, "no model");

        var result = await new ModelProbe(new AnsweringChoices("", NoModel: false), options).RunAsync(CancellationToken.None);

        Assert.Equal(ProbeStatus.Warning, result.Status);
        Assert.Contains("model use", result.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_server_that_is_set_is_asked_instead_of_the_file()
    {
        var options = Options();
        (options.ModelServer.Model, options.ModelServer.Address) = ("m", "http://127.0.0.1:1/v1");
        var choices = new AnsweringChoices("", NoModel: false);

        var file = await new ModelProbe(choices, options).RunAsync(CancellationToken.None);
        var server = await new ModelServerProbe(choices, options.ModelServer).RunAsync(CancellationToken.None);

        Assert.Equal(ProbeStatus.Skipped, file.Status);
        Assert.Equal(ProbeStatus.Warning, server.Status);
        Assert.Contains("cannot be reached", server.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompts_that_ship_are_fine() =>
        Assert.Equal(ProbeStatus.Ok, (await new PromptsProbe(new DrafterOptions()).RunAsync(CancellationToken.None)).Status);

    [Fact]
    public async Task Prompts_missing_template_names_the_file()
    {
        var result = await new PromptsProbe(new DrafterOptions { PromptsFolder = _folder }).RunAsync(CancellationToken.None);

        Assert.Equal(ProbeStatus.Failed, result.Status);
        Assert.Contains("skprompt.txt", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_folder_that_can_be_made_is_fine_and_left_empty()
    {
        var options = Options();
        options.Knowledge.VectorFolder = Path.Combine(_folder, "new");

        var result = await new DataFolderProbe(options).RunAsync(CancellationToken.None);

        Assert.Equal(ProbeStatus.Ok, result.Status);
        Assert.Empty(Directory.GetFiles(options.Knowledge.VectorFolder));
    }

    [Fact]
    public async Task Data_folder_that_is_a_file_fails()
    {
        var options = Options();
        options.Knowledge.VectorFolder = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(options.Knowledge.VectorFolder, "");

        Assert.Equal(ProbeStatus.Failed, (await new DataFolderProbe(options).RunAsync(CancellationToken.None)).Status);
    }

    private static ProgramOptions Options() => new();
}
