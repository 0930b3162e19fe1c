using ChatLineage.LocalModel.Files;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Files;

public sealed class ModelFileCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Check_whole_model_returns_its_header()
    {
        var header = ModelFileCheck.Check(TinyModel.Write(_folder.Path), ModelKind.Language);

        Assert.Equal("llama", header.Architecture);
        Assert.Equal(512, header.Numbers["llama.context_length"]);
        Assert.Equal(21ul, header.TensorCount);
    }

    [Fact]
    public void Check_shipped_models_are_accepted_for_what_they_are()
    {
        Assert.Equal("llama", ModelFileCheck.Check(ModelFiles.Writer, ModelKind.Language).Architecture);
        Assert.Equal("bert", ModelFileCheck.Check(ModelFiles.Embedding, ModelKind.Embedding).Architecture);
    }

    [Fact]
    public void Check_length_of_shipped_models_is_what_their_headers_say()
    {
        using var file = File.OpenRead(ModelFiles.Writer);
        using var reader = new GgufReader(file);

        Assert.Equal((ulong)file.Length, reader.Read().ExpectedBytes);
    }

    [Fact]
    public void Check_no_model_names_the_key_and_the_file()
    {
        AssertFails(null, ModelLoadFailure.Missing, "LocalModel:ModelPath", ModelFolder.WriterFile);
    }

    [Fact]
    public void Check_missing_file() =>
    AssertFails(Path.Combine(_folder.Path, "none.gguf"), ModelLoadFailure.Missing, "does not exist", "LocalModel:ModelPath");

    [Fact]
    public void Check_folder() => AssertFails(_folder.Path, ModelLoadFailure.Unreadable, "folder");

    [Theory]
    [InlineData("")]
    [InlineData("GG")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:0\n")]
    public void Check_something_else(string content) =>
        AssertFails(_folder.Write("model.gguf", System.Text.Encoding.UTF8.GetBytes(content)), ModelLoadFailure.NotGguf, "GGUF",
            "git lfs pull");

    [Fact]
    public void Check_version_that_does_not_exist()
    {
        var bytes = new TinyModel().ToBytes();
        bytes[4] = 9;

        AssertFails(_folder.Write("model.gguf", bytes), ModelLoadFailure.NotGguf, "version 9");
    }

    [Theory]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(600)]
    [InlineData(5000)]
    [InlineData(-1)]
    [InlineData(-200_000)]
    public void Check_file_that_is_cut_off(int length)
    {
        var bytes = new TinyModel().ToBytes();

        AssertFails(_folder.Write("model.gguf", bytes[..(length < 0 ? bytes.Length + length : length)]), ModelLoadFailure.Truncated,
            "Download it again");
    }

    [Fact]
    public void Check_damaged_header_never_fails_otherwise()
    {
        var whole = new TinyModel().ToBytes();
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var j = 0; j < 8; j++)
            {
                bytes[random.Next(4, 9000)] = (byte)random.Next(256);
            }

            var path = _folder.Write("model.gguf", bytes);
            var problem = Record.Exception(() => ModelFileCheck.Check(path, ModelKind.Language));
            Assert.True(problem is null or ModelLoadException, problem?.ToString());
        }
    }

    [Fact]
    public void Check_part_of_a_split_model_by_header_or_by_name()
    {
        AssertFails(TinyModel.Write(_folder.Path, "a.gguf", new TinyModel { SplitCount = 3 }), ModelLoadFailure.Split,
            "llama-gguf-split --merge");
        AssertFails(TinyModel.Write(_folder.Path, "big-00001-of-00003.gguf"), ModelLoadFailure.Split, "llama-gguf-split --merge");
    }

    [Fact]
    public void Check_embedding_model_for_chat_and_the_other_way_round()
    {
        AssertFails(ModelFiles.Embedding, ModelLoadFailure.WrongKind, "embedding model (bert)", "LocalModel:EmbeddingModelPath");
        var failure = Assert.Throws<ModelLoadException>(() => ModelFileCheck.Check(TinyModel.Write(_folder.Path), ModelKind.Embedding));
        Assert.Equal(ModelLoadFailure.WrongKind, failure.Failure);
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertFails(string? path, ModelLoadFailure expected, params string[] parts)
    {
        var failure = Assert.Throws<ModelLoadException>(() => ModelFileCheck.Check(path, ModelKind.Language));

        Assert.Equal(expected, failure.Failure);
        Assert.Equal(path, failure.ModelPath);
        Assert.All(path is null ? parts : [path, .. parts], part => Assert.Contains(part, failure.Message, StringComparison.Ordinal));
    }
}
