using System.Globalization;

namespace ChatLineage.Benchmarks.LocalModel.Faults;

/// <summary>Decides which decode steps fail: about one in forty.</summary>
internal sealed class FaultPlan(int seed)
{
    private readonly Random _random = new(seed);
    private readonly int[] _counts = new int[Enum.GetValues<Fault>().Length];

    public Fault Next()
    {
        var fault = _random.Next(1000) switch
        {
            < 8 => Fault.CacheFull,
            < 16 => Fault.Abort,
            < 22 => Fault.Failure,
            < 24 => Fault.Exception,
            _ => Fault.None,
        };
        Interlocked.Increment(ref _counts[(int)fault]);
        return fault;
    }

    public override string ToString() =>
        string.Join(", ",
            Enum.GetValues<Fault>().Select(fault => string.Create(CultureInfo.InvariantCulture, $"{_counts[(int)fault]} {fault}")));
}
