using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace ChatLineage.Soak;

/// <summary>Keeps count of questions and answers: none may be lost, none doubled.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
[SuppressMessage("Reliability", "CA1001", Justification = "A SemaphoreSlim whose wait handle is not used holds nothing to free.")]
internal sealed class Ledger(int count, int atOnce)
{
    private readonly long[] _asked = new long[count];
    private readonly long[] _acknowledged = new long[count];
    private readonly long[] _seen = new long[count];
    private readonly int[] _posts = new int[count];
    private readonly int[] _answered = new int[count];
    private readonly SemaphoreSlim _room = new(atOnce);
    private int _questions;
    private int _answers;

    /// <summary>How many questions there are.</summary>
    public int Count => count;

    /// <summary>How many were asked.</summary>
    public int Asked => Volatile.Read(ref _questions);

    /// <summary>How many have their answer.</summary>
    public int Answers => Volatile.Read(ref _answers);

    /// <summary>How many were asked and have none yet.</summary>
    public int Open => Asked - Answers;

    /// <summary>Questions that were asked and have no answer.</summary>
    public IEnumerable<int> Lost => Enumerable.Range(0, count).Where(question => AskedAt(question) > 0 && Volatile.Read(ref _answered[question]) == 0);

    /// <summary>Questions with more than one.</summary>
    public int Doubled => _posts.Count(posts => posts > 1);

    /// <summary>Waits until so few questions are open that another can be asked.</summary>
    public Task RoomAsync(CancellationToken cancellationToken) => _room.WaitAsync(cancellationToken);

    /// <summary>A question is asked for the first time.</summary>
    public void Ask(int question)
    {
        Volatile.Write(ref _asked[question], Stopwatch.GetTimestamp());
        Interlocked.Increment(ref _questions);
    }

    /// <summary>The platform says that it has the question, and the service need not deliver it again.</summary>
    public void Acknowledge(int question) => Interlocked.CompareExchange(ref _acknowledged[question], Stopwatch.GetTimestamp(), 0);

    /// <summary>Something of the reply shows.</summary>
    public void See(int question) => Interlocked.CompareExchange(ref _seen[question], Stopwatch.GetTimestamp(), 0);

    /// <summary>A message of the reply appears; an answer has one.</summary>
    public void Post(int question)
    {
        Interlocked.Increment(ref _posts[question]);
        See(question);
    }

    /// <summary>How many messages the reply has.</summary>
    public int Posts(int question) => Volatile.Read(ref _posts[question]);

    /// <summary>The reply is complete.</summary>
    public void Answer(int question)
    {
        if (Interlocked.Exchange(ref _answered[question], 1) == 1)
            return;
        Interlocked.Increment(ref _answers);
        _room.Release();
    }

    /// <summary>
    /// How long it took until a question was acknowledged: the time below which a share of them stayed; zero where nothing is acknowledged.
    /// </summary>
    public TimeSpan Acknowledgement(double share) => Share(_acknowledged, share);

    /// <summary>How long it took until something showed: the time below which a share of the questions stayed.</summary>
    public TimeSpan FirstResponse(double share) => Share(_seen, share);

    /// <summary>When a question was asked; 0 when it was not.</summary>
    public long AskedAt(int question) => Volatile.Read(ref _asked[question]);

    /// <summary>What came of a question: after how long it was acknowledged and seen, and how many messages there are.</summary>
    public string Describe(int question) =>
        $"acknowledged {After(_acknowledged, question)}, seen {After(_seen, question)}, {Posts(question)} messages";

    private string After(long[] ends, int question) =>
        ends[question] == 0 ? "never" : $"after {Stopwatch.GetElapsedTime(_asked[question], ends[question]).TotalMilliseconds:N0} ms";

    private TimeSpan Share(long[] ends, double share)
    {
        var waits = _asked.Zip(ends).Where(pair => pair.Second > 0).Select(pair => Stopwatch.GetElapsedTime(pair.First, pair.Second)).Order().ToArray();
        return waits.Length == 0 ? TimeSpan.Zero : waits[Math.Min(waits.Length - 1, (int)(share * waits.Length))];
    }
}
