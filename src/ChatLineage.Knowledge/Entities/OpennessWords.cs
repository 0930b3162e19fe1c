namespace ChatLineage.Knowledge.Entities;

/// <summary>How <see cref="Openness"/> is written in notes.</summary>
public static class OpennessWords
{
    /// <summary>The word that notes use; empty for <see cref="Openness.NotRecorded"/>, which is never written.</summary>
    public static string Word(this Openness openness) => openness switch
    {
        Openness.WeightsOpen => "weights-open",
        Openness.ResearchOnly => "research-only",
        Openness.Closed => "closed",
        _ => "",
    };

    /// <summary>Reads a word as notes write it.</summary>
    public static bool TryParse(string text, out Openness openness)
    {
        foreach (var candidate in Enum.GetValues<Openness>())
        {
            if (candidate.Word() == text && text.Length > 0)
            {
                openness = candidate;
                return true;
            }
        }

        openness = default;
        return false;
    }
}
