namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>Words in a sentence that state something.</summary>
/// <param name="Class">What they state.</param>
/// <param name="Form">Where the parts stand.</param>
/// <param name="First">The index of the first piece.</param>
/// <param name="End">The index after the last piece.</param>
/// <param name="Words">The words.</param>
internal sealed record Cue(CueClass Class, CueForm Form, int First, int End, string Words);
