using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>Judges one sentence: its relations first, then every other word of it.</summary>
internal sealed class SentenceJudge
{
    private readonly EvidenceSet _evidence;
    private readonly ImmutableArray<int> _cited;
    private readonly Prover _prover;
    private readonly List<Element> _sentence;
    private readonly ImmutableArray<Assertion> _assertions;
    private readonly bool? _permission;
    private readonly QuestionReading _question;

    public SentenceJudge(EvidenceSet evidence, ImmutableArray<int> cited, QuestionReading question, string sentence)
    {
        _evidence = evidence;
        _cited = cited;
        _question = question;
        _prover = new Prover(evidence, cited, question.Topics);
        Opening = QuestionReading.Opening(sentence, out var statement);
        _sentence = evidence.Read(statement);
        _assertions = new AssertionReader(_sentence, isEvidence: false, _prover.InRole).Read();
        _permission = Permission.Read(Atom.Read(statement));
    }

    private bool? Opening { get; }

    public GroundingVerdict Judge()
    {
        if (PermissionProblem() is { } permission)
            return GroundingVerdict.No(permission);
        var words = new WordCheck(_evidence, _cited, _sentence, _permission is not null);
        var from = 0;
        foreach (var assertion in _assertions)
        {
            if (_prover.Prove(assertion, _sentence) is not { } proof)
                return GroundingVerdict.No($"what it cites does not say that ({Words(assertion)})");
            if (BothProblem(assertion) is { } both)
                return GroundingVerdict.No(both);
            if (words.Problem(assertion, proof) is { } problem)
                return GroundingVerdict.No(problem);
            from = Math.Max(from, assertion.To);
        }

        if (_assertions.IsEmpty && (words.Problem(0, _sentence.Count) ?? _question.FragmentProblem(_sentence, _prover)) is { } loose)
            return GroundingVerdict.No(loose);
        return words.NegationProblem(_assertions) is { } negation ? GroundingVerdict.No(negation)
            : _question.OpeningProblem(Opening, _prover) is { } opening ? GroundingVerdict.No(opening)
            : GroundingVerdict.Yes;
    }

    private string? PermissionProblem()
    {
        if (_permission is not { } allowed)
            return null;
        var lines = _cited.Select(line => Permission.Read(Atom.Read(string.Join(' ', _evidence.Lines[line].Elements.Select(element => element.Text))))).ToList();
        if (lines.Contains(allowed))
            return null;
        return allowed || lines.Contains(true) ? "what it cites does not allow that use" : null;
    }

    private string? BothProblem(Assertion assertion)
    {
        var region = _sentence.Skip(assertion.From).Take(assertion.To - assertion.From);
        if (!region.Any(element => element.Kind == ElementKind.Scope && element.Text is "both" or "each"))
            return null;
        if (assertion.Left.Length > 1 || assertion.Right.Length > 1)
            return null;
        return assertion.Left[0].IsOpen && _prover.SubjectsOf(assertion) > 1 ? null : "it says that of more than what it cites does";
    }

    private string Words(Assertion assertion) =>
        string.Join(' ', _sentence.Skip(assertion.From).Take(assertion.To - assertion.From).Select(element => element.Text));
}
