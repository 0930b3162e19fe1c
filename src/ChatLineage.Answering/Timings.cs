namespace ChatLineage.Answering;

/// <summary>How long each stage of an answer took.</summary>
/// <param name="Understanding">From text to queries.</param>
/// <param name="Evidence">Evaluating the queries, search included.</param>
/// <param name="Draft">The model's writing, grounding included; zero without a model.</param>
/// <param name="Total">All of it.</param>
public sealed record Timings(TimeSpan Understanding, TimeSpan Evidence, TimeSpan Draft, TimeSpan Total);
