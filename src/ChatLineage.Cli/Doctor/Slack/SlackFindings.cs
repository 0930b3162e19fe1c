using ChatLineage.Slack.Setup;

namespace ChatLineage.Cli.Doctor.Slack;

/// <summary>Shows what was found in Slack as the result of a probe.</summary>
internal static class SlackFindings
{
    public static ProbeResult ToResult(this SetupFinding finding) =>
        finding.IsRight ? ProbeResult.Ok(finding.Message) : ProbeResult.Failed(finding.Message, finding.Fix ?? "");
}
