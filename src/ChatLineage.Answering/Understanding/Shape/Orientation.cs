namespace ChatLineage.Answering.Understanding.Shape;

/// <summary>Where subject and object of a relation stand around the words that express it.</summary>
internal enum Orientation
{
    /// <summary>«S is built on O»: the subject before the words, the object after them.</summary>
    SubjectFirst,

    /// <summary>«O released S»: the object before the words, the subject after them.</summary>
    ObjectFirst,

    /// <summary>«the maker of S», «S's maker»: a noun for the object.</summary>
    NounForObject,

    /// <summary>«the fine-tunes of O», «O's fine-tunes»: a noun for the subject.</summary>
    NounForSubject,
}
