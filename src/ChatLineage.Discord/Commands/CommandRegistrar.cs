using ChatLineage.Discord.Protocol.Interactions;
using ChatLineage.Discord.Protocol.Resources;
using ChatLineage.Discord.Protocol.Rest;

namespace ChatLineage.Discord.Commands;

/// <summary>Makes Discord know the commands of the bot. Writes only when they differ: there is a daily limit.</summary>
internal sealed class CommandRegistrar(DiscordApi api)
{
    /// <summary>True when Discord has exactly the commands of this version.</summary>
    public async Task<bool> IsCurrentAsync(Snowflake application, Snowflake? guild, CancellationToken cancellationToken) =>
        AreSame(await api.GetCommandsAsync(application, guild, cancellationToken), CommandSet.Create(guild is null));

    /// <summary>Registers the commands, everywhere or in one server.</summary>
    /// <returns>False when Discord had them already.</returns>
    public async Task<bool> RegisterAsync(Snowflake application, Snowflake? guild, CancellationToken cancellationToken)
    {
        if (await IsCurrentAsync(application, guild, cancellationToken))
            return false;
        await api.PutCommandsAsync(application, guild, CommandSet.Create(guild is null), cancellationToken);
        return true;
    }

    /// <summary>Takes all commands of the bot away, everywhere or in one server.</summary>
    /// <returns>False when there were none.</returns>
    public async Task<bool> RemoveAsync(Snowflake application, Snowflake? guild, CancellationToken cancellationToken)
    {
        if (await api.GetCommandsAsync(application, guild, cancellationToken) is [])
            return false;
        await api.PutCommandsAsync(application, guild, [], cancellationToken);
        return true;
    }

    private static bool AreSame(ApplicationCommand[] known, ApplicationCommand[] wanted) =>
        known.Length == wanted.Length && Array.TrueForAll(wanted, command => Array.Exists(known, other => AreSame(other, command)));

    // Discord adds fields of its own, and leaves out false and empty ones.
    private static bool AreSame(ApplicationCommand known, ApplicationCommand wanted) =>
        known.Type == wanted.Type && known.Name == wanted.Name && known.Description == wanted.Description
        && (wanted.Contexts is null || (known.Contexts ?? []).Order().SequenceEqual(wanted.Contexts.Order()))
        && (known.Options ?? []).Select(Text).SequenceEqual((wanted.Options ?? []).Select(Text));

    private static string Text(ApplicationCommandOption option) =>
        $"{option.Type}|{option.Name}|{option.Description}|{option.Required}|{option.Autocomplete ?? false}|{option.MaxLength}";
}
