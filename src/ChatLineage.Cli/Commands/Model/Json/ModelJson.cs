using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatLineage.Cli.Commands.Model.Json;

/// <summary>Writes what the model commands found as JSON.</summary>
internal static class ModelJson
{
    // Paths and names stay readable. The text goes to a terminal or a file, never into a web page as it is.
    private static readonly ModelJsonContext Context = new(new JsonSerializerOptions(ModelJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(List<ListedModel> models) => JsonSerializer.Serialize(models, Context.ListListedModel);

    public static string Write(List<VerifiedModel> models) => JsonSerializer.Serialize(models, Context.ListVerifiedModel);

    public static string Write(MeasuredModel model) => JsonSerializer.Serialize(model, Context.MeasuredModel);
}
