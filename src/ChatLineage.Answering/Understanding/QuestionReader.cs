using ChatLineage.Answering.Queries;
using ChatLineage.Answering.Queries.Talk;
using ChatLineage.Answering.Understanding.Names;
using ChatLineage.Answering.Understanding.Shape;
using ChatLineage.Answering.Understanding.Words;

namespace ChatLineage.Answering.Understanding;

/// <summary>Turns a question into queries: orders out, references resolved, taken apart, read by every kind of query.</summary>
/// <remarks>Made for one snapshot of the notes; safe from any number of threads.</remarks>
internal sealed class QuestionReader
{
    private readonly EvaluationContext _context;
    private readonly ShapeReader _shapes;
    private readonly FollowUp _followUps;

    public QuestionReader(EvaluationContext context)
    {
        _context = context;
        var vocabulary = new Vocabulary(context.Knowledge);
        var names = new NameIndex(context.Knowledge);
        _shapes = new ShapeReader(new EntityLinker(names, vocabulary), vocabulary);
        _followUps = new FollowUp(_shapes, names);
    }

    public Understood Read(Question question)
    {
        var text = Instructions.Remove(question.Text, out var ordered);
        if (ordered && text.Length == 0)
            return new Understood(question.Text, _shapes.Read(""), [new Reading(new TalkQuery(TalkTopic.Instruction), 1, "gives an order and asks nothing")]);
        var resolved = _followUps.Resolve(text, question.History);
        var shape = _shapes.Read(resolved);
        var readings = QueryKinds.All
            .Select(kind => kind.Read(shape, _context))
            .OfType<Reading>()
            .OrderByDescending(reading => reading.Confidence)
            .ToList();
        return new Understood(resolved, shape, readings);
    }
}
