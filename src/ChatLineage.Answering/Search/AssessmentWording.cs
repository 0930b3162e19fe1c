using ChatLineage.Answering.Evidence;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Assessments;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Search;

/// <summary>Words the finding about a statement of a text as one sentence.</summary>
internal sealed class AssessmentWording(KnowledgeBase knowledge)
{
    private static readonly string[] OpeningWords = ["The ", "Many ", "If ", "A ", "An ", "Some ", "Most ", "One "];

    private readonly PlainWords _words = new(knowledge);

    /// <summary>The sentence: <c>The article “T” says that X is open source, which the record contradicts (research licence).</c></summary>
    public string Sentence(Assessment assessment)
    {
        var text = assessment.Text.Kind == SourceKind.Article ? "The article" : "The text";
        var statement = _words.Of(assessment.Statement).TrimEnd('.');
        if (OpeningWords.Any(word => statement.StartsWith(word, StringComparison.Ordinal)))
            statement = char.ToLowerInvariant(statement[0]) + statement[1..];
        return $"{text} “{assessment.Text.Title}” says that {statement}, which {Finding(assessment)} ({_words.Of(assessment.Holds).TrimEnd('.')}).";
    }

    private static string Finding(Assessment assessment) => assessment.Verdict.Split(' ', 2)[0] switch
    {
        "supported" => "the record supports",
        "partly" => "the record supports in part",
        "contradicted" => "the record contradicts",
        "opinion" => "is an opinion",
        "prediction" => "is a prediction",
        _ => "cannot be verified",
    };
}
