namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>Where the parts of a statement stand around its words.</summary>
internal enum CueForm
{
    /// <summary>«S is built on O»: the subject before, the object behind.</summary>
    Forward,

    /// <summary>«O, the company behind S»: the object before, the subject behind.</summary>
    Backward,

    /// <summary>A verb: «O released S», «S was released by O».</summary>
    Verb,

    /// <summary>As <see cref="Forward"/>, but only between two names with nothing else between: «S from O».</summary>
    Tight,
}
