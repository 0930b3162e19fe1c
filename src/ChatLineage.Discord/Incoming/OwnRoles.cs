using System.Collections.Concurrent;
using ChatLineage.Discord.Protocol.Resources;

namespace ChatLineage.Discord.Incoming;

/// <summary>
/// The roles that Discord made for the bot, one in each server. The list of names to mention shows them beside the bot and under the same name,
/// so people take one for the other.
/// </summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class OwnRoles
{
    private readonly ConcurrentDictionary<Snowflake, bool> _roles = [];

    /// <summary>Notes a role if it is one of the bot.</summary>
    public void Note(Role role, Snowflake bot)
    {
        if (role.Tags?.BotId == bot)
            _roles[role.Id] = true;
    }

    /// <summary>True when one of the roles is one of the bot.</summary>
    public bool IncludesAny(Snowflake[] roles) => Array.Exists(roles, _roles.ContainsKey);
}
