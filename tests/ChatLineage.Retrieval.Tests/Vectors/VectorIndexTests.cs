using ChatLineage.Retrieval.Vectors;

namespace ChatLineage.Retrieval.Tests.Vectors;

public sealed class VectorIndexTests
{
    [Fact]
    public void Search_nearest_by_angle_come_first()
    {
        var index = new VectorIndex([[0, 1], [10, 10], [1, 0], [1, 0.1f], [1, 0]]);

        Assert.Equal([2, 4, 3], index.Search([2f, 0f], 3, -1));
    }

    [Fact]
    public void Search_too_far_is_left_out() =>
        Assert.Equal([1], new VectorIndex([[1, 2], [2, 1], [0, 1]]).Search([1f, 0f], 10, 0.5f));

    [Fact]
    public void Search_unusable_vectors_are_left_out() =>
        Assert.Equal([3], new VectorIndex([[0, 0], [float.NaN, 1], [1, 2, 3], [1, 1]]).Search([1f, 0f], 10, -1));

    [Fact]
    public void Search_random_vectors_equals_a_full_sort()
    {
        var random = new Random(5);
        var vectors = Enumerable.Range(0, 500).Select(_ => Enumerable.Range(0, 8).Select(_ => random.NextSingle() - 0.5f).ToArray())
            .ToArray();
        var question = vectors[77];

        var expected = vectors.Select((vector, place) => (place, cosine: Cosine(vector, question))).OrderByDescending(pair => pair.cosine)
            .Take(20).Select(pair => pair.place);

        Assert.Equal(expected, new VectorIndex(vectors).Search(question, 20, -1));
    }

    private static double Cosine(float[] left, float[] right)
    {
        double Dot(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();
        return Dot(left, right) / Math.Sqrt(Dot(left, left) * Dot(right, right));
    }
}
