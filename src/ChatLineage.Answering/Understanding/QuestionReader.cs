using System.Globalization;
using System.Text.RegularExpressions;
using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Talk;
using ChatLineage.Answering.Queries.Unknown;
using ChatLineage.Answering.Understanding.Examples;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.References;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;

namespace ChatLineage.Answering.Understanding;

/// <summary>Turns a question into queries: orders out, references resolved, taken apart, read by every kind of query.</summary>
/// <remarks>Made for one snapshot of the notes; safe from any number of threads.</remarks>
internal sealed partial class QuestionReader
{
    private const double Unsure = 0.57;
    private const double ByExampleConfidence = 0.66;
    private const double NearEnough = 0.5;
    private const int MostNames = 2;
    private const int MostNamesakes = 2;

    private readonly EvaluationContext _context;
    private readonly ShapeReader _shapes;
    private readonly FollowUp _followUps;
    private readonly ExampleBook _examples;

    public QuestionReader(EvaluationContext context, ExampleBook? examples = null)
    {
        _examples = examples ?? ExampleBook.Empty;
        _context = context;
        var vocabulary = new Vocabulary(context.Knowledge);
        var names = new NameIndex(context.Knowledge);
        _shapes = new ShapeReader(new EntityLinker(names, vocabulary), vocabulary, new Descriptions(context.Knowledge));
        _followUps = new FollowUp(_shapes, names, context.Facts);
    }

    public Understood Read(Question question)
    {
        var text = Instructions.Remove(question.Text, out var ordered);
        if (ordered && text.Length == 0)
            return new Understood(question.Text, _shapes.Read(""),
                [new Reading(new TalkQuery(TalkTopic.Instruction), 1, "gives an order and asks nothing")]);
        var resolved = _followUps.Resolve(FrontedPreposition.Move(WithoutGuess(WithoutRemark(Asides.Remove(text)))), question.History);
        var shape = _shapes.Read(resolved);
        // «X was trained on Y. who made Y?»: a sentence in front that asks nothing is not part of a question that has its own names.
        if (Preface().Match(resolved) is { Success: true } preface && _shapes.Read(resolved[preface.Length..]) is
            {
                Mentions.IsEmpty: false,
                Cues.IsEmpty: false
            } behind && !shape.Has(Topic.Conflict))
            return Read(behind.Text, behind);
        return Read(resolved, shape);
    }

    /// <summary>The same question about other things of the same names, the likeliest first.</summary>
    public IEnumerable<Understood> AboutNamesakes(Understood understood) =>
        from mention in understood.Shape.Mentions.Take(MostNames)
        from other in mention.Others.Take(MostNamesakes)
        select Read(understood.Text, understood.Shape.With(mention, other));

    private Understood Read(string resolved, QuestionShape shape)
    {
        var readings = QueryKinds.All
            .Select(kind => kind.Read(shape, _context))
            .OfType<Reading>()
            .OrderByDescending(reading => reading.Confidence)
            .ToList();
        if (readings[0].Confidence < Unsure && ByExample(shape) is { } nearest)
            readings.Insert(0, nearest);
        return new Understood(resolved, shape, readings);
    }

    // «In what year was X founded? I see two different ones.»: a remark that names nothing asks nothing more.
    private string WithoutRemark(string text) =>
        Remark().Match(text) is { Success: true } remark && _shapes.Read(remark.Groups["said"].Value) is { Mentions.IsEmpty: true, Dates.IsEmpty: true }
            && !_shapes.Read(remark.Groups["asked"].Value).Mentions.IsEmpty ? remark.Groups["asked"].Value : text;

    // «who put that out, google?»: a guess at the end is no part of what is asked.
    private string WithoutGuess(string text) =>
        Guess().Match(text) is { Success: true } guess && _shapes.Read(guess.Groups["guess"].Value) is
        {
            Mentions: [{ Entity.Kind: Knowledge.Entities.EntityKind.Organisation or Knowledge.Entities.EntityKind.Person }],
            Cues.IsEmpty: true, Residue.IsEmpty: true
        } ? guess.Groups["asked"].Value + "?" : text;

    // The second layer: where the structure leaves doubt, the nearest example tells what the question means.
    private Reading? ByExample(QuestionShape shape)
    {
        if (shape.Entities.IsEmpty || !shape.UnknownNames.IsEmpty)
            return null;
        var names = shape.Entities.Take(2).ToList();
        var masked = string.Join(' ', shape.Terms.Select(term => term.Word ?? (term.Mention!.Entity == names[0] ? "X" : "Y")));
        if (_examples.Nearest(masked) is not var (example, nearness) || nearness < NearEnough || (example.Plain ?? example.Asked)
            .Contains('Y', StringComparison.Ordinal) != names.Count > 1)
            return null;
        var because = string.Create(CultureInfo.InvariantCulture, $"like the example «{example.Asked}» ({nearness:0.00})");
        if (example.Plain is not { } plain)
            return new Reading(new UnknownQuery(names[0]), ByExampleConfidence, because, Final: true);
        var text = Standing().Replace(plain, match => match.Value == "X" ? names[0].Name : names[1].Name);
        var plainShape = _shapes.Read(text);
        return QueryKinds.All
            .Select(kind => kind.Read(plainShape, _context))
            .OfType<Reading>()
            .MaxBy(reading => reading.Confidence) is { } reading
            ? reading with { Confidence = ByExampleConfidence, Because = because }
            : null;
    }

    [GeneratedRegex(@"^[^.?!]{8,}[^.?!\d]\.\s+(?=(?:who|whos|whose|what|whats|which|when|where|how)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Preface();

    [GeneratedRegex(@"^(?<asked>[^?]{8,}\?)\s+(?<said>(?:i|we|my|there|people|some|it|just|because|since)\b[^?]{4,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^(?<asked>\s*(?:and\s+|so\s+)?who\b[^,?]{6,}),\s*(?<guess>[\w .&-]{2,30})\?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Guess();

    [GeneratedRegex(@"\b[XY]\b")]
    private static partial Regex Standing();
}
