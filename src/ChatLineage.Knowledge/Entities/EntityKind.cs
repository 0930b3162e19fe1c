namespace ChatLineage.Knowledge.Entities;

/// <summary>What an entity is. Each kind has its own folder under <c>knowledge/</c>.</summary>
public enum EntityKind
{
    /// <summary>A model or a family of models.</summary>
    Model,

    /// <summary>A dataset.</summary>
    Dataset,

    /// <summary>A program, a library, a method or a service.</summary>
    Tool,

    /// <summary>A company, a laboratory, a university or a community.</summary>
    Organisation,

    /// <summary>A person.</summary>
    Person,

    /// <summary>Something that happened on a date.</summary>
    Event,

    /// <summary>A licence or a family of licences.</summary>
    Licence,
}
