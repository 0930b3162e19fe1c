using System.CommandLine;
using ChatLineage.Cli.Settings;

namespace ChatLineage.Cli.Composition;

/// <summary>The options of every command that answers questions.</summary>
internal sealed class AnsweringOptions
{
    private readonly Option<string> _knowledge = KnowledgeOption.Create();

    private readonly Option<bool> _noModel = new("--no-model")
    {
        Description = "Put answers together from the notes word by word, without a language model.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_noModel);
        command.Options.Add(_knowledge);
    }

    /// <summary>What was chosen: the command line first, then the settings.</summary>
    public AnsweringChoices Read(ParseResult parsed, ProgramOptions options)
    {
        var named = parsed.GetResult(_knowledge) is { Implicit: false };
        var folder = named ? null : options.Knowledge.Folder;
        return new AnsweringChoices(folder ?? parsed.GetRequiredValue(_knowledge), parsed.GetValue(_noModel));
    }
}
