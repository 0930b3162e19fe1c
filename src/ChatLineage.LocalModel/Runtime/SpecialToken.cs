namespace ChatLineage.LocalModel.Runtime;

/// <summary>A control token of the vocabulary, for instance <c>&lt;|im_start|&gt;</c>.</summary>
internal sealed record SpecialToken(int Id, string Text);
