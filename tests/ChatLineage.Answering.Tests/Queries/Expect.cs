namespace ChatLineage.Answering.Tests.Queries;

/// <summary>Asks a question and checks the query it became, what the answer says and what it cites.</summary>
internal static class Expect
{
    /// <summary>Checks an answer.</summary>
    /// <param name="question">The question; earlier turns stand before it, each followed by <c>||</c>.</param>
    /// <param name="query">How the query in words begins.</param>
    /// <param name="says">What the text holds, in this order, separated by <c>|</c>; a leading <c>^</c> anchors the first piece.</param>
    /// <param name="cites">Ids of the sources that the sentence with the first piece cites, all of them, in any order.</param>
    public static async Task AnswerAsync(string question, string query, string says, string cites)
    {
        var answer = await AskAsync(question);
        Assert.Null(answer.Abstained);
        Check(answer, query, says, cites);
    }

    /// <summary>Checks an answer that says that the notes are silent, with the nearest fact.</summary>
    public static async Task AbstentionAsync(string question, string query, AbstentionReason reason, string says, string cites)
    {
        var answer = await AskAsync(question);
        Assert.Equal(reason, answer.Abstained);
        Check(answer, query, says, cites);
    }

    private static Task<Answer> AskAsync(string question) => Asking.AskAsync(question.Split("||", StringSplitOptions.TrimEntries));

    private static void Check(Answer answer, string query, string says, string cites)
    {
        Assert.StartsWith(query, string.Join(" + ", answer.Queries), StringComparison.Ordinal);
        Assert.All(answer.Sentences.SelectMany(sentence => sentence.Citations), number => Assert.Contains(answer.Citations, citation => citation.Number == number));
        var plain = string.Join(' ', answer.Sentences.Select(sentence => sentence.Text));
        var pieces = says.TrimStart('^').Split('|');
        if (says[0] == '^')
            Assert.StartsWith(pieces[0], plain, StringComparison.Ordinal);
        var at = 0;
        foreach (var piece in pieces)
        {
            at = plain.IndexOf(piece, at, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{piece}' is missing in: {plain}");
            at += piece.Length;
        }

        var sentence = answer.Sentences.First(each => each.Text.Contains(pieces[0], StringComparison.Ordinal));
        Assert.Equal(cites.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), sentence.Citations.Select(number => answer.Citations[number - 1].Source.Id).Order());
    }
}
