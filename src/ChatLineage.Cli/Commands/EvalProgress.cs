using System.Globalization;
using ChatLineage.Evaluation;
using ChatLineage.Evaluation.Reports;

namespace ChatLineage.Cli.Commands;

/// <summary>Tells a person how far an evaluation is, and writes the dump as it goes.</summary>
/// <param name="total">How many questions there are.</param>
/// <param name="dump">Where to dump; null for nowhere.</param>
internal sealed class EvalProgress(int total, TextWriter? dump) : IProgress<QuestionResult>
{
    private int _done;
    private int _wrong;

    public void Report(QuestionResult value)
    {
        dump?.WriteLine(DumpFile.Line(value));
        _done++;
        _wrong += value.Judgment.IsRight ? 0 : 1;
        if (Console.IsErrorRedirected)
            return;
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{_done} of {total}, {_wrong} wrong "));
        if (_done == total)
            Console.Error.WriteLine();
    }
}
