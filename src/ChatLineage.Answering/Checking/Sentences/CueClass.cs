namespace ChatLineage.Answering.Checking.Sentences;

/// <summary>What the words of a statement say of its parts.</summary>
internal enum CueClass
{
    /// <summary>The subject comes from the object.</summary>
    Derive,

    /// <summary>The subject was merged out of the objects.</summary>
    Merge,

    /// <summary>The object's outputs went into the subject.</summary>
    Distil,

    /// <summary>The subject was trained on the object.</summary>
    Train,

    /// <summary>The subject uses the object.</summary>
    Use,

    /// <summary>The object made or published the subject.</summary>
    Make,

    /// <summary>The object leads the subject.</summary>
    Lead,

    /// <summary>A person, the subject, holds a post at the object.</summary>
    Post,

    /// <summary>The subject belongs to the object.</summary>
    Belong,

    /// <summary>The object pays for the subject.</summary>
    Fund,

    /// <summary>The object hosts the subject.</summary>
    Host,

    /// <summary>The object is the subject's licence.</summary>
    Licence,

    /// <summary>The subject follows the object.</summary>
    Succeed,

    /// <summary>The subject is an alternative to the object.</summary>
    Rival,

    /// <summary>The subject rebuilds the object.</summary>
    Rebuild,

    /// <summary>The subject came out; there is no object.</summary>
    Appear,

    /// <summary>Something happened to what is named.</summary>
    Happen,

    /// <summary>The subject has a size.</summary>
    Measure,
}
