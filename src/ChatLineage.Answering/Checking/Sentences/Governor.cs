namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>How the words before a cue tie it to its subject.</summary>
internal enum Governor
{
    /// <summary>A verb of its own: «X was built on Y».</summary>
    Finite,

    /// <summary>A participle or a noun in apposition: «X, a tune of Y», «the model built on Y».</summary>
    Modifier,

    /// <summary>A relative clause: «X, which is built on Y».</summary>
    Relative,

    /// <summary>A second verb of the same subject: «X came out in May and was trained on Y».</summary>
    Coordinated,
}
