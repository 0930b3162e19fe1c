using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Cli.Settings;

/// <summary>What is logged to standard error; the configuration section is <see cref="SectionName"/>.</summary>
internal sealed class LogOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Log";

    /// <summary>The least severe entries that are written.</summary>
    /// <value>
    /// Trace, Debug, Information, Warning, Error, Critical or None. Trace holds what users ask and models write. Null, the default, is
    /// Information for a program that serves and Warning for every other.
    /// </value>
    [EnumDataType(typeof(LogLevel), ErrorMessage = "give Trace, Debug, Information, Warning, Error, Critical or None")]
    public LogLevel? Level { get; set; }
}
