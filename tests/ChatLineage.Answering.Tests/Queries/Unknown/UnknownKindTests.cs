using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Unknown;

namespace ChatLineage.Answering.Tests.Queries.Unknown;

public sealed class UnknownKindTests
{
    [Fact]
    public async Task Evaluate_says_that_the_notes_are_silent_with_the_nearest()
    {
        var vicuna = Asking.Knowledge.FindEntity("vicuna")!;
        var result = await QueryKinds.EvaluateAsync(new UnknownQuery(vicuna), Asking.Context, CancellationToken.None);
        Assert.Equal(AbstentionReason.NotRecorded, result.Abstained);
        Assert.Contains("Vicuna is fine-tuned from LLaMA", result.Statements[1].Text, StringComparison.Ordinal);
        Assert.Equal("vicuna-card", Assert.Single(result.Statements[1].Lines).Sources[0].Id);
    }
}
