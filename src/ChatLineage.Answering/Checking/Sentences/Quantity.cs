namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>A number in a text with what it counts.</summary>
/// <param name="Number">The number, with its scale.</param>
/// <param name="Unit">The word that says what is counted, folded; empty when none does.</param>
/// <param name="Text">How the text writes it.</param>
internal sealed record Quantity(double Number, string Unit, string Text);
