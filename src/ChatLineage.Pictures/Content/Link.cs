namespace ChatLineage.Pictures.Content;

/// <summary>A line of a picture.</summary>
/// <param name="Upper">The box that it starts at.</param>
/// <param name="Lower">The box that its arrow points to.</param>
/// <param name="Label">What the lower is to the upper: <c>fine-tuned from</c>; empty when it differs among those that have no room.</param>
/// <param name="IsDisputed">True when no claim behind it is believed.</param>
internal sealed record Link(Box Upper, Box Lower, string Label, bool IsDisputed);
