using System.CommandLine;
using ChatLineage.Cli.Composition;
using ChatLineage.Cli.Settings;
using ChatLineage.LocalModel.Catalogue;

namespace ChatLineage.Cli.Commands.Model;

/// <summary>A model that a person names: by its name in the catalogue, or by the path of its file.</summary>
internal static class ModelArgument
{
    public static Argument<string> Create(bool optional) => new("model")
    {
        Description = optional ? "A name from the catalogue, or the path of a GGUF file; without it, the model in use." : "A name from the catalogue, or the path of a GGUF file.",
        Arity = optional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
    };

    /// <summary>The file.</summary>
    /// <exception cref="CommandException">There is none; the message says how to get it.</exception>
    public static string Find(string model, ModelStore store)
    {
        if (ModelCatalogue.Find(model) is { } entry)
        {
            return store.Find(entry) ?? throw new CommandException(
                $"'{entry.Name}' is not on this machine. " + (entry.IsShipped ? "It comes with the program; see models/README.md." : $"Get it with: chatlineage model pull {entry.Name}"));
        }

        if (File.Exists(model) || Directory.Exists(model))
            return Path.GetFullPath(model);
        if (Path.Combine(store.Folder, Path.GetFileName(model)) is var pulled && File.Exists(pulled))
            return pulled;
        throw new CommandException($"'{model}' is no file, and no model of the catalogue. The catalogue has {string.Join(", ", ModelCatalogue.Entries.Select(each => each.Name))}.");
    }

    /// <summary>The settings and the models that are here.</summary>
    public static (ProgramOptions Options, ModelStore Store) Open()
    {
        var options = ProgramServices.ReadOptions();
        return (options, new ModelStore(options.LocalModel.DownloadFolder));
    }
}
