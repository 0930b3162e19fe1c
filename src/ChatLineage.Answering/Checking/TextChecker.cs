using System.Collections.Immutable;
using ChatLineage.Answering.Checking.Assertions;
using ChatLineage.Answering.Checking.Documents;
using ChatLineage.Answering.Checking.Judging;
using ChatLineage.Answering.Checking.Sentences;
using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Facts;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Words;
using ChatLineage.Knowledge;
using ChatLineage.Knowledge.Entities;
using ChatLineage.Knowledge.Sources;

namespace ChatLineage.Answering.Checking;

/// <summary>
/// Checks a text against one snapshot of the notes: every sentence that states lineage becomes assertions, and the notes judge each.
/// Questions, opinions, forecasts and quotations are left alone.
/// </summary>
/// <remarks>Needs no model. Safe to use from several threads at once.</remarks>
public sealed class TextChecker
{
    /// <summary>The longest text that is checked, in characters: some two hundred pages.</summary>
    public const int MaxLength = 500_000;

    // So many findings about one text in another are no coincidence.
    private const int StatementsOfSameText = 6;

    // No sentence that a person wrote is longer; what is, is a list or a table.
    private const int LongestSentence = 1500;

    private readonly EvaluationContext _context;
    private readonly PieceReader _pieces;
    private readonly NameIndex _names;
    private readonly Lazy<AssessmentIndex> _assessments;

    /// <summary>Makes a checker.</summary>
    /// <param name="knowledge">The notes.</param>
    public TextChecker(KnowledgeBase knowledge)
    {
        _context = new EvaluationContext(knowledge, new FactBook(knowledge), null);
        _names = new NameIndex(knowledge);
        var vocabulary = new Vocabulary(knowledge);
        _pieces = new PieceReader(new EntityLinker(_names, vocabulary), vocabulary);
        _assessments = new(() => new AssessmentIndex(_pieces, _names, _context));
    }

    /// <summary>Checks a text.</summary>
    /// <param name="text">Plain text or Markdown of at most <see cref="MaxLength"/> characters.</param>
    /// <param name="cancellationToken">Stops between sentences.</param>
    /// <exception cref="ArgumentException">The text is too long.</exception>
    public TextCheck Check(string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
            throw new ArgumentException($"The text has {text.Length} characters; at most {MaxLength} are checked at once.", nameof(text));
        var document = DocumentReader.Read(text);
        var (statements, known) = Check(document, document.Written, cancellationToken);
        // A text that makes the statements of one that maintainers assessed was written when that one was.
        if (document.Written is null && known is { Published: { } published })
            statements = Check(document, published, cancellationToken).Statements;
        return new TextCheck(statements, document.Sentences.Length);
    }

    private (ImmutableArray<CheckedStatement> Statements, Source? Known) Check(Document document, PartialDate? written,
        CancellationToken cancellationToken)
    {
        var reader = new AssertionReader(_pieces, _names, _context, written);
        var judge = new AssertionJudge(_context, written?.Year);
        var statements = ImmutableArray.CreateBuilder<CheckedStatement>();
        var matched = new HashSet<Assessed>();
        foreach (var sentence in document.Sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (sentence.Text.Length <= LongestSentence)
                statements.AddRange(Check(sentence, reader, judge, matched));
        }

        var known = matched.GroupBy(assessed => assessed.Finding.Text).Where(group => group.Count() >= StatementsOfSameText)
            .MaxBy(group => group.Count());
        return (statements.DrainToImmutable(), known?.Key);
    }

    private List<CheckedStatement> Check(DocumentSentence sentence, AssertionReader reader, AssertionJudge judge, HashSet<Assessed> matched)
    {
        var found = new List<CheckedStatement>();
        var stated = reader.Read(sentence.Text);
        foreach (var assertion in stated)
        {
            var assessed = _assessments.Value.Same(assertion);
            if (assessed is not null)
                matched.Add(assessed);
            if (judge.Judge(assertion) is not { } judged)
                continue;
            found.Add(Checked(sentence, assertion, judged.Subject, With(judged.Judgement, assessed)));
        }

        if (reader.Judgeable)
            found.AddRange(Assessed(sentence, reader, stated, matched, found));
        return found;
    }

    // What the graph says goes before a finding; the finding speaks where the graph is silent, and knows what is left out.
    private static Judgement With(Judgement judged, Assessed? assessed)
    {
        if (assessed is null)
            return judged;
        if (judged.Verdict == StatementVerdict.NotRecorded)
            return assessed.Judgement;
        return judged.Verdict == StatementVerdict.Supported && assessed.Judgement is { Verdict: StatementVerdict.Supported, InPart: true }
            ? judged.Partly() : judged;
    }

    private IEnumerable<CheckedStatement> Assessed(DocumentSentence sentence, AssertionReader reader, ImmutableArray<Assertion> stated,
        HashSet<Assessed> matched, List<CheckedStatement> found)
    {
        var entities = reader.Last.SelectMany(piece => piece.Entities).Concat(stated.SelectMany(assertion => assertion.Subjects))
            .ToHashSet();
        foreach (var assessed in _assessments.Value.In(sentence.Text, reader.Last, entities))
        {
            // A finding that says the same as a judged assertion tells nothing new.
            if (!matched.Add(assessed) || (assessed.Markers.Count == 0 && assessed.Assertions.Length > 0
                && assessed.Assertions.All(each => found.Exists(other => other.Statement == each.InWords))))
                continue;
            yield return new CheckedStatement
            {
                Place = sentence.Place,
                Sentence = sentence.Text,
                Statement = assessed.Finding.Statement,
                Subject = assessed.Assertions.FirstOrDefault()?.Subject ?? assessed.Entities.FirstOrDefault(),
                Relation = "text",
                Verdict = assessed.Judgement.Verdict,
                InPart = assessed.Judgement.InPart,
                Holds = assessed.Judgement.Holds,
                Sources = assessed.Judgement.Sources,
            };
        }
    }

    private static CheckedStatement Checked(DocumentSentence sentence, Assertion assertion, Entity? subject, Judgement judgement) => new()
    {
        Place = sentence.Place,
        Sentence = sentence.Text,
        Statement = assertion.InWords,
        Subject = subject,
        Relation = assertion.Relation,
        Value = assertion.Value,
        Verdict = judgement.Verdict,
        InPart = judgement.InPart,
        Holds = judgement.Holds,
        Sources = judgement.Sources,
    };
}
