using ChatLineage.Chat.Commands;
using ChatLineage.Discord.Protocol.Interactions;

namespace ChatLineage.Discord.Commands;

/// <summary>The commands of the bot as Discord has them.</summary>
internal static class CommandSet
{
    /// <summary>The command in the menu of a message; 1 to 32 characters.</summary>
    public const string CheckClaim = "Check this claim";

    /// <summary>The option of every command that asks for an answer which others do not see.</summary>
    public const string PrivateOption = "private";

    private static readonly int[] ServersAndDirect = [0, 1];

    /// <summary>All commands, for everywhere or for one server.</summary>
    /// <param name="everywhere">True for commands of the application, false for those of one server.</param>
    public static ApplicationCommand[] Create(bool everywhere)
    {
        var contexts = everywhere ? ServersAndDirect : null;
        return
        [
            .. ChatCommands.All.Select(command => new ApplicationCommand
            {
                Name = command.Name,
                Description = command.Description,
                Options = [.. command.Parameters.Select(OptionOf), Private],
                Contexts = contexts,
            }),
            new ApplicationCommand { Type = CommandType.Message, Name = CheckClaim, Contexts = contexts },
        ];
    }

    private static ApplicationCommandOption Private { get; } = new()
    {
        Type = ApplicationCommandOption.BooleanType,
        Name = PrivateOption,
        Description = "Show the answer to you alone",
    };

    private static ApplicationCommandOption OptionOf(CommandParameter parameter) => new()
    {
        Name = parameter.Name,
        Description = parameter.Description,
        Required = parameter.Required,
        Autocomplete = parameter.NamesEntity ? true : null,
        MaxLength = parameter.MaxLength,
    };
}
