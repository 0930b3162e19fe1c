using System.Numerics.Tensors;
using ChatLineage.LocalModel.Tests.Support;

namespace ChatLineage.LocalModel.Tests.Embeddings;

[Collection(WriterGroup.Name)]
public sealed class MiniLmTests(WriterHost models)
{
    [Fact]
    public async Task Generate_texts_of_like_meaning_are_nearer()
    {
        var vectors = await models.Host.EmbeddingGenerator.GenerateAsync(
            ["Which licence does the model have?", "Under what licence was it published?", "The cat sat on the mat."]);

        var like = TensorPrimitives.Dot(vectors[0].Vector.Span, vectors[1].Vector.Span);
        var unlike = TensorPrimitives.Dot(vectors[0].Vector.Span, vectors[2].Vector.Span);
        Assert.True(like > 0.6, $"{like}");
        Assert.True(unlike < 0.2, $"{unlike}");
        Assert.All(vectors, vector => Assert.Equal(1, TensorPrimitives.Norm(vector.Vector.Span), 4));
        Assert.All(vectors, vector => Assert.Equal(384, vector.Vector.Length));
    }
}
