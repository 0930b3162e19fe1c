using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Talk;

namespace ChatLineage.Answering.Tests.Queries;

/// <summary>Conventions that every kind of question keeps.</summary>
public sealed class QueryKindsTests
{
    private static readonly Type[] Types = typeof(QueryKinds).Assembly.GetTypes();

    [Fact]
    public void All_holds_every_kind_of_the_assembly_once()
    {
        var kinds = Types.Where(type => type.IsAssignableTo(typeof(IQueryKind)) && type is { IsAbstract: false, IsInterface: false }).ToList();
        Assert.True(kinds.Count >= 17);
        Assert.Equal(kinds.Select(type => type.Name).Order(), QueryKinds.All.Select(kind => kind.GetType().Name).Order());
    }

    [Fact]
    public void Queries_have_one_folder_with_their_kind()
    {
        var queries = Types.Where(type => type.IsAssignableTo(typeof(Query)) && !type.IsAbstract).ToList();
        Assert.NotEmpty(queries);
        Assert.All(queries, query => Assert.Single(QueryKinds.All, kind => kind.GetType().Namespace == query.Namespace));
        Assert.Equal(queries.Count, QueryKinds.All.Length);
    }

    [Fact]
    public void Every_kind_has_tests_in_a_folder_of_its_name()
    {
        var tested = typeof(QueryKindsTests).Assembly.GetTypes().Select(type => type.Namespace).ToHashSet();
        Assert.All(QueryKinds.All, kind => Assert.Contains(kind.GetType().Namespace!.Replace("Answering.Queries", "Answering.Tests.Queries", StringComparison.Ordinal), tested));
    }

    [Fact]
    public async Task EvaluateAsync_takes_the_one_kind_that_evaluates_the_query()
    {
        var query = new TalkQuery(TalkTopic.Thanks);
        Assert.Single(QueryKinds.All, kind => kind.Evaluates(query));
        var result = await QueryKinds.EvaluateAsync(query, Asking.Context, CancellationToken.None);
        Assert.Equal("You're welcome.", Assert.Single(result.Statements).Text);
    }

    [Fact]
    public void Read_confidence_is_between_nought_and_one_and_the_best_stands_first()
    {
        string[] questions = ["What is Vicuna?", "Is Vicuna built on LLaMA?", "models by Meta", "hello", "", "Guanaco, which one?"];
        foreach (var readings in questions.Select(question => Asking.Reader.Read(new Question(question)).Readings))
        {
            Assert.NotEmpty(readings);
            Assert.All(readings, reading => Assert.InRange(reading.Confidence, 0, 1));
            Assert.Equal(readings.Select(reading => reading.Confidence).OrderDescending(), readings.Select(reading => reading.Confidence));
        }
    }
}
