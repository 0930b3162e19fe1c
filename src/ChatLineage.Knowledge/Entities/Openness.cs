namespace ChatLineage.Knowledge.Entities;

/// <summary>How open a model's weights, or a dataset, are.</summary>
public enum Openness
{
    /// <summary>Not recorded, or it does not apply.</summary>
    NotRecorded,

    /// <summary>Anyone can download the weights.</summary>
    WeightsOpen,

    /// <summary>Published for research or non-commercial use only.</summary>
    ResearchOnly,

    /// <summary>Not published.</summary>
    Closed,
}
