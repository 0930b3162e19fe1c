using ChatLineage.Retrieval.Vectors;

namespace ChatLineage.Retrieval.Tests.Vectors;

public sealed class VectorFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Path => _folder["below/v.vectors"];

    [Fact]
    public void Read_appended_records_come_back()
    {
        new VectorFile(Path, 2).Append([Record("a", 1, 2), Record("b", 3, 4)]);
        new VectorFile(Path, 2).Append([Record("c", 5, 6)]);

        var read = new VectorFile(Path, 2).Read();

        Assert.Equal([TextKey.Of("m", "a"), TextKey.Of("m", "b"), TextKey.Of("m", "c")], read.Select(record => record.Key));
        Assert.Equal([[1, 2], [3, 4], [5, 6]], read.Select(record => record.Value));
    }

    [Fact]
    public void Read_no_file_is_empty() => Assert.Empty(new VectorFile(Path, 2).Read());

    [Theory]
    [InlineData("")]
    [InlineData("garbage that is longer than a header")]
    public void Append_damaged_file_starts_anew(string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, content);
        Assert.Empty(new VectorFile(Path, 2).Read());

        new VectorFile(Path, 2).Append([Record("a", 1, 2)]);

        Assert.Single(new VectorFile(Path, 2).Read());
    }

    [Fact]
    public void Append_after_a_record_cut_short_overwrites_it()
    {
        new VectorFile(Path, 2).Append([Record("a", 1, 2), Record("b", 3, 4)]);
        using (var file = File.OpenWrite(Path))
            file.SetLength(file.Length - 3);

        Assert.Single(new VectorFile(Path, 2).Read());
        new VectorFile(Path, 2).Append([Record("c", 5, 6)]);

        Assert.Equal([[1, 2], [5, 6]], new VectorFile(Path, 2).Read().Select(record => record.Value));
    }

    [Fact]
    public void Read_vectors_of_another_length_or_not_finite_are_left_out()
    {
        new VectorFile(Path, 2).Append([Record("a", float.NaN, 2), Record("b", 3, 4)]);

        Assert.Single(new VectorFile(Path, 2).Read());
        Assert.Empty(new VectorFile(Path, 3).Read());
    }

    private static KeyValuePair<TextKey, float[]> Record(string text, params float[] vector) => new(TextKey.Of("m", text), vector);
}
