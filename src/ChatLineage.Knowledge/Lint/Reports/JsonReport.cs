using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatLineage.Knowledge.Lint.Reports;

/// <summary>Writes findings as one JSON object: counts, then each finding with its rule, place, value and fix.</summary>
public static class JsonReport
{
    internal static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the report as UTF-8.</summary>
    public static void Write(Stream output, LintReport report)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteNumber("notes", report.Knowledge.Entities.Length);
        json.WriteNumber("claims", report.Knowledge.Claims.Length);
        json.WriteNumber("sources", report.Knowledge.Sources.Count);
        json.WriteNumber("errors", report.Errors);
        json.WriteNumber("warnings", report.Warnings);
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule.Id);
            json.WriteString("severity", finding.Rule.Severity == Severity.Error ? "error" : "warning");
            json.WriteString("path", finding.Path);
            json.WriteNumber("line", finding.At.Line);
            json.WriteNumber("column", finding.At.Column);
            json.WriteString("message", finding.Message);
            json.WriteString("value", finding.Value);
            json.WriteString("fix", finding.Fix);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
