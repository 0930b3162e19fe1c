namespace ChatLineage.Knowledge.Yaml;

/// <summary>Why a text could not be read as the YAML that notes use.</summary>
internal sealed class YamlProblem(string message, Position at) : Exception(message)
{
    /// <summary>Where the reading stopped.</summary>
    public Position At { get; } = at;
}
