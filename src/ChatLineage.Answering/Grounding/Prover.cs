using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ChatLineage.Answering.Grounding;

/// <summary>Finds proof for assertions in the lines that a sentence cites.</summary>
/// <param name="evidence">All lines.</param>
/// <param name="cited">The indexes of those that are cited.</param>
/// <param name="topics">The names that the question is about: what a pronoun can mean.</param>
internal sealed class Prover(EvidenceSet evidence, ImmutableArray<int> cited, FrozenSet<int> topics)
{
    private readonly List<Fact> _facts = [.. cited.SelectMany(evidence.FactsOf)];

    /// <summary>Comparisons over the same lines.</summary>
    public Measures Measures =>
        new(evidence, cited, _facts, MayBeMeant, assertion => Facts(assertion, assertion.Left[0], assertion.Right[0]));

    /// <summary>The names in a role towards others, as the cited lines state it.</summary>
    public ImmutableArray<int> InRole(Sense sense, ImmutableArray<int> owners)
    {
        var found = new List<int>();
        foreach (var fact in _facts)
        {
            if (fact.IsNegative || !sense.Provers.Contains(fact.Relation))
                continue;
            var (owner, holder) = sense.FromObject ? (fact.Object, fact.Subject) : (fact.Subject, fact.Object);
            if (holder >= 0 && (owners.IsEmpty ? MayBeMeant(owner) : owners.Contains(owner)))
                found.Add(holder);
        }

        return [.. found.Distinct()];
    }

    /// <summary>The proof of an assertion; null when the cited lines don't state it.</summary>
    public Proof? Prove(Assertion assertion, IReadOnlyList<Element> sentence)
    {
        if (assertion.Sense.Primary is "before" or "larger")
            return Measures.Compare(assertion);
        if (assertion.Sense == RelationLexicon.Has)
            return Has(assertion);
        if (assertion.Sense == RelationLexicon.Nominal)
            return Detail(assertion, assertion.Left[0], assertion.Right[0], sentence);
        if (assertion.Sense == RelationLexicon.Between)
            return LiesBetween(assertion);
        var whole = new Proof([], []);
        foreach (var left in assertion.Left)
        {
            foreach (var right in assertion.Right.IsEmpty ? [null] : assertion.Right.Select(side => (Argument?)side))
            {
                if (ProveOne(assertion, left, right, sentence) is not { } proof)
                    return null;
                whole = whole.And(proof);
            }
        }

        return whole;
    }

    /// <summary>True when the way from the left side to the right one leads through a name.</summary>
    public bool LeadsThrough(Assertion assertion, Argument via) =>
        assertion.Right.All(right => assertion.Left.All(left => assertion.Sense.FromObject
            ? Step(assertion, right, via) && Step(assertion, via, left)
            : Step(assertion, left, via) && Step(assertion, via, right)));

    private bool Step(Assertion assertion, Argument from, Argument to) =>
        Chain(assertion with { Sense = assertion.Sense with { FromObject = false } }, from, to) is not null;

    /// <summary>The different things that the cited lines put on the open side of an assertion.</summary>
    public int ObjectsOf(Assertion assertion) => assertion.Left
        .SelectMany(left => Facts(assertion, left, null)).Select(fact => assertion.Sense.FromObject ? fact.Subject : fact.Object).Distinct()
            .Count();

    /// <summary>The different subjects that the cited lines give to an assertion whose words leave the subject open.</summary>
    public int SubjectsOf(Assertion assertion) => assertion.Left
        .SelectMany(left => assertion.Right.IsEmpty ? Facts(assertion, left, null)
            : assertion.Right.SelectMany(right => Facts(assertion, left, right)))
        .Select(fact => assertion.Sense.FromObject ? fact.Object : fact.Subject).Distinct().Count();

    /// <summary>True when a pronoun can mean the name: the question names it, or a line tells it together with one that the question
    /// names.</summary>
    public bool MayBeMeant(int name) =>
        name < 0 || topics.Count == 0 || topics.Contains(name)
        || cited.Select(line => evidence.Lines[line]).Any(line => line.Names.Contains(name) && line.Names.Overlaps(topics));

    private Proof? ProveOne(Assertion assertion, Argument left, Argument? right, IReadOnlyList<Element> sentence)
    {
        var facts = Facts(assertion, left, right).ToList();
        if (facts.Count == 0 && assertion.Other is { } other)
            facts = [.. Facts(assertion with { Sense = other }, left, right)];
        if (facts.Count > 0)
            return Proof.Of(facts);
        if (assertion.Sense.FollowsChains && !assertion.IsDirect && !assertion.IsNegative && right is not null
            && Chain(assertion, left, right) is { } chain)
            return chain;
        return right is not null && sentence.Count > 0 && !assertion.IsNegative && Detail(assertion, left, right, sentence) is { } detail
            ? detail
            : Prose(assertion, left, right, sentence);
    }

    // «Connor Leahy is a co-founder of EleutherAI» by «Connor Leahy is a member of EleutherAI (co-founder)».
    private Proof? Detail(Assertion assertion, Argument left, Argument right, IReadOnlyList<Element> sentence)
    {
        if (assertion.IsNegative)
            return null;
        var isNoun = assertion.Sense == RelationLexicon.Nominal || sentence[assertion.At].Phrase is { Words: [.., "of"] };
        var nouns = sentence[assertion.At].Text.ToLowerInvariant().Split(' ')
            .Where(word => !WordClass.Function.Contains(word) && word != "co").ToList();
        var (subject, target) = assertion.Sense.FromObject ? (right, left) : (left, right);
        if (_facts.Where(fact => !fact.IsNegative && fact.Relation == RelationLexicon.Nominal.Primary && Fits(subject, fact.Subject)
            && Fits(target, fact.Object)
            && nouns.All(evidence.Lines[fact.Line].Has)).ToList() is { Count: > 0 } same)
            return Proof.Of(same);
        var facts = _facts.Where(fact => nouns.Count > 0 && !fact.IsNegative && nouns.All(noun => evidence.Lines[fact.Line].HasDetail(noun))
            && (isNoun && RelationLexicon.DetailsOfObject.Contains(fact.Relation) ? Fits(left, fact.Object) && Fits(right, fact.Subject)
                : isNoun ? Fits(left, fact.Subject) && Fits(right, fact.Object)
                : Fits(subject, fact.Subject) && Fits(target, fact.Object))).ToList();
        return facts.Count > 0 ? Proof.Of(facts) : null;
    }

    private IEnumerable<Fact> Facts(Assertion assertion, Argument left, Argument? right)
    {
        if (assertion.IsDirect)
            return Facts(assertion with { IsDirect = false }, left, right)
                .Where(fact => fact.Relation != RelationLexicon.Descends || evidence.Lines[fact.Line].SaysDirectly(fact));
        var (subject, target) = assertion.Sense.FromObject ? (right, left) : (left, right);
        return _facts.Where(fact => fact.IsNegative == assertion.IsNegative && assertion.Sense.Provers.Contains(fact.Relation)
            && Fits(subject, fact.Subject) && Fits(target, fact.Object));
    }

    private bool Fits(Argument? argument, int name) => argument switch
    {
        null => true,
        { IsKnown: false } => name < 0,
        { IsOpen: true } => MayBeMeant(name) && !argument.Except.Contains(name),
        _ => argument.Names.Contains(name),
    };

    private Proof? Chain(Assertion assertion, Argument left, Argument right)
    {
        var (subject, target) = assertion.Sense.FromObject ? (right, left) : (left, right);
        var steps = _facts.Where(fact => !fact.IsNegative && fact is { Subject: >= 0, Object: >= 0 }
            && RelationLexicon.Steps.Contains(fact.Relation)).ToList();
        foreach (var start in steps.Select(fact => fact.Subject).Distinct().Where(name => Fits(subject, name)))
        {
            var ways = new Dictionary<int, ImmutableArray<Fact>> { [start] = [] };
            var waiting = new Queue<int>([start]);
            while (waiting.TryDequeue(out var at))
            {
                foreach (var step in steps.Where(step => step.Subject == at && !ways.ContainsKey(step.Object)))
                {
                    ways[step.Object] = ways[at].Add(step);
                    if (Fits(target, step.Object) && step.Object != start)
                        return Proof.Of(ways[step.Object]);
                    waiting.Enqueue(step.Object);
                }
            }
        }

        return null;
    }

    // A line of prose that no fact was read from: it must have both names in the same order and the words of the relation.
    private Proof? Prose(Assertion assertion, Argument left, Argument? right, IReadOnlyList<Element> sentence)
    {
        if (sentence.Count == 0 || assertion.IsNegative || left.IsOpen || right is null or { IsOpen: true })
            return null;
        foreach (var line in cited)
        {
            var reading = evidence.Lines[line];
            var first = reading.Elements.FindIndex(element => element.Names.Intersect(left.Names).Any());
            var second = reading.Elements.FindLastIndex(element => element.Names.Intersect(right.Names).Any());
            if (first < 0 || second <= first || evidence.FactsOf(line).Any(fact => Joins(fact, left, right)))
                continue;
            var words = sentence[assertion.At].Text.ToLowerInvariant().Split(' ').Where(word => !WordClass.Function.Contains(word))
                .ToList();
            if (words.Count > 0 && words.All(reading.Has) && !reading.Elements.Any(element => element.Kind == ElementKind.Negation))
                return new Proof([], [line]);
        }

        return null;
    }

    private static bool Joins(Fact fact, Argument left, Argument right) =>
        (left.Names.Contains(fact.Subject) && right.Names.Contains(fact.Object))
            || (left.Names.Contains(fact.Object) && right.Names.Contains(fact.Subject));

    // «It has 46.7B parameters»: the figures are checked as words; here only that a line tells of the subject.
    private Proof? Has(Assertion assertion)
    {
        var lines = cited.Where(line => assertion.Left.All(left => left.IsOpen
            ? evidence.Lines[line].Names.Any(MayBeMeant)
            : evidence.Lines[line].Names.Overlaps(left.Names))).ToImmutableArray();
        return lines.IsEmpty || assertion.IsNegative ? null : new Proof([], lines);
    }

    private Proof? LiesBetween(Assertion assertion)
    {
        if (assertion is not { Left: [{ } middle], Right: [{ } one, { } other], IsNegative: false })
            return null;
        foreach (var (above, below) in new[] { (one, other), (other, one) })
        {
            if (Chain(assertion, middle, above) is { } up && Chain(assertion, below, middle) is { } down)
                return up.And(down);
        }

        return null;
    }
}
