using System.Numerics.Tensors;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Embeddings;

[Collection(WriterGroup.Name)]
public sealed class MiniLmTests(WriterHost models)
{
    // The first values that the original model computes in float32; the file holds its weights in eight bits.
    [Theory]
    [InlineData("This is an example sentence", new[] { 0.0677f, 0.0635f, 0.0487f, 0.0793f })]
    [InlineData("Each sentence is converted", new[] { 0.0864f, 0.1028f, 0.0054f })]
    public async Task Generate_known_text_comes_close_to_the_original_model(string text, float[] expected)
    {
        var vectors = await models.Host.EmbeddingGenerator.GenerateAsync([text]);

        Assert.All(expected.Zip(vectors[0].Vector.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 0.003f));
    }

    [Fact]
    public async Task Generate_texts_of_like_meaning_are_nearer()
    {
        var vectors = await models.Host.EmbeddingGenerator.GenerateAsync(
            ["Which licence does the model have?", "Under what licence was it published?", "The cat sat on the mat."]);

        var like = TensorPrimitives.Dot(vectors[0].Vector.Span, vectors[1].Vector.Span);
        var unlike = TensorPrimitives.Dot(vectors[0].Vector.Span, vectors[2].Vector.Span);
        Assert.True(like > unlike + 0.3, $"{like} against {unlike}");
        Assert.All(vectors, vector => Assert.Equal(1, TensorPrimitives.Norm(vector.Vector.Span), 4));
        Assert.All(vectors, vector => Assert.Equal(384, vector.Vector.Length));
    }

    [Fact]
    public async Task Generate_text_in_a_batch_gives_the_vector_that_it_has_alone()
    {
        string[] texts = ["short", "Koala was released by BAIR.",
            string.Join(' ', Enumerable.Repeat("a much longer text about models", 120)), "", "Who made it?"];

        var together = await models.Host.EmbeddingGenerator.GenerateAsync(texts);

        Assert.Equal(5, together.Count);
        for (var i = 0; i < texts.Length; i++)
        {
            var alone = await models.Host.EmbeddingGenerator.GenerateAsync([texts[i]]);
            Assert.True(TensorPrimitives.Dot(alone[0].Vector.Span, together[i].Vector.Span) > 0.999f);
        }

        Assert.InRange(together.Usage!.InputTokenCount!.Value, 512 + 10, 600);
    }

    [Fact]
    public async Task Generate_no_texts_gives_no_vectors() => Assert.Empty(await models.Host.EmbeddingGenerator.GenerateAsync([]));
}
