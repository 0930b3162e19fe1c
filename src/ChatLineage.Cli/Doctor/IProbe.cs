namespace ChatLineage.Cli.Doctor;

/// <summary>Looks at one thing that must be right for the program to work, and says how it is. Changes nothing.</summary>
/// <remarks>Each is listed in <see cref="Probes"/>.</remarks>
internal interface IProbe
{
    /// <summary>What is looked at, in few words of lower case: <c>discord token</c>.</summary>
    string Name { get; }

    /// <summary>Looks. A fault that is found is a result, not an exception; an exception is shown as a failure of the probe.</summary>
    /// <param name="cancellationToken">Gives up; <see cref="Examination"/> sets a time limit.</param>
    Task<ProbeResult> RunAsync(CancellationToken cancellationToken);
}
