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
    private readonly Contrast? _contrast;
    private readonly IReadOnlySet<Element> _compared;
    private readonly QuestionReading _question;
    private readonly ImmutableArray<StatedDate> _dates;

    public SentenceJudge(EvidenceSet evidence, ImmutableArray<int> cited, QuestionReading question, string sentence)
    {
        _evidence = evidence;
        _cited = cited;
        _question = question;
        _prover = new Prover(evidence, cited, question.Topics);
        Opening = QuestionReading.Opening(sentence, out var statement);
        _sentence = evidence.Read(statement);
        _dates = [.. _sentence.Where(element => element.Kind == ElementKind.Date).Select(element => element.Date)];
        _compared = Comparison.Proven(_sentence, _prover);
        Quotation.Remove(_sentence, [.. cited.Select(line => evidence.Lines[line])]);
        _contrast = Contrast.Take(_sentence);
        _assertions = new AssertionReader(_sentence, isEvidence: false, _prover.InRole).Read();
        _permission = Permission.Read(Atom.Read(statement));
    }

    private bool? Opening { get; }

    public GroundingVerdict Judge()
    {
        if (_sentence.All(element => element.Kind == ElementKind.Break))
            return OpeningProblem() is { } quoted ? GroundingVerdict.No(quoted) : GroundingVerdict.Yes;
        if (PermissionProblem() is { } permission)
            return GroundingVerdict.No(permission);
        var words = new WordCheck(_evidence, _cited, _sentence, _permission is not null, !_assertions.IsEmpty, _compared);
        foreach (var assertion in _assertions)
        {
            // «may be used commercially» is a permission, judged above.
            if (_permission is not null && _sentence[assertion.At].Text.StartsWith("use", StringComparison.OrdinalIgnoreCase))
                continue;
            if (_prover.Prove(assertion, _sentence) is not { } proof)
                return GroundingVerdict.No($"what it cites does not say that ({Words(assertion)})");
            if ((BothProblem(assertion) ?? ViaProblem(assertion)) is { } reach)
                return GroundingVerdict.No(reach);
            if (words.Problem(assertion, proof) is { } problem)
                return GroundingVerdict.No(problem);
        }

        if (_assertions.IsEmpty && (words.Problem(0, _sentence.Count) ?? _question.FragmentProblem(_sentence, _prover)) is { } loose)
            return GroundingVerdict.No(loose);
        if (_contrast?.Problem(_evidence, _question.Elements, _assertions,
            [.. Enumerable.Range(0, _evidence.Lines.Length).SelectMany(_evidence.FactsOf)]) is { } contrast)
            return GroundingVerdict.No(contrast);
        return new NegationCheck(_evidence, _cited, _sentence, _permission is not null).Problem(_assertions) is { } negation
            ? GroundingVerdict.No(negation)
            : OpeningProblem() is { } opening ? GroundingVerdict.No(opening)
            : GroundingVerdict.Yes;
    }

    private string? OpeningProblem() => _question.OpeningProblem(Opening, _prover, _dates) is { } problem
        && !(Opening == false && DeniesAWord()) ? problem : null;

    // «not its weights» denies what was asked of the weights.
    private bool DeniesAWord() => _cited.Select(line => _evidence.Lines[line].Elements).Any(elements =>
        Enumerable.Range(0, elements.Count).Any(at => elements[at].Kind == ElementKind.Negation && elements.Skip(at + 1).Take(2).Any(denied =>
            denied.Kind == ElementKind.Word && _question.Elements.Any(asked => WordForm.Same(asked.Text.ToLowerInvariant(), denied.Text.ToLowerInvariant())))));

    private string? PermissionProblem()
    {
        if (_permission is not { } allowed)
            return null;
        var named = _assertions.SelectMany(assertion => assertion.Left.Concat(assertion.Right)).SelectMany(side => side.Names)
            .Concat(_sentence.SelectMany(element => element.Names)).Concat(RoleNames()).ToImmutableArray();
        var about = named.Concat(named.IsEmpty ? [] : _prover.InRole(RelationLexicon.Licence, named)).ToHashSet();
        var lines = _cited.Select(line => _evidence.Lines[line]).Where(line => about.Count == 0 || line.Names.Overlaps(about))
            .Select(line => line.Permission).ToList();
        return lines.Contains(allowed) && !lines.Contains(!allowed) ? null : "what it cites does not say that of this use";
    }

    private IEnumerable<int> RoleNames()
    {
        var arguments = new ArgumentReader(_sentence, isEvidence: false, _prover.InRole);
        for (var at = 1; at < _sentence.Count; at++)
        {
            if (_sentence[at].Kind == ElementKind.Role)
            {
                foreach (var name in _prover.InRole(_sentence[at].Role!, arguments.OwnerOf(at).Names))
                    yield return name;
            }
        }
    }

    private string? BothProblem(Assertion assertion)
    {
        var region = _sentence.Skip(assertion.From).Take(assertion.To - assertion.From);
        if (!region.Any(element => element.Kind == ElementKind.Scope && element.Text is "both" or "each"))
            return null;
        if (assertion.Left.Length > 1 || assertion.Right.Length > 1)
            return null;
        return (assertion.Left[0].IsOpen && _prover.SubjectsOf(assertion) > 1)
            || (assertion.Right.IsEmpty && _prover.ObjectsOf(assertion) > 1) ? null : "it says that of more than what it cites does";
    }

    private string? ViaProblem(Assertion assertion)
    {
        if (!assertion.Sense.FollowsChains || assertion.Right.IsEmpty)
            return null;
        for (var at = assertion.From; at + 1 < assertion.To; at++)
        {
            if (_sentence[at].Text is not "through")
                continue;
            var name = _sentence.Skip(at + 1).Take(3).FirstOrDefault(element => element.Kind == ElementKind.Name);
            if (name is not null && !_prover.LeadsThrough(assertion, new Argument(name.Names)))
                return $"what it cites does not lead through {name.Text}";
        }

        return null;
    }

    private string Words(Assertion assertion) =>
        string.Join(' ', _sentence.Skip(assertion.From).Take(assertion.To - assertion.From).Select(element => element.Text));
}
