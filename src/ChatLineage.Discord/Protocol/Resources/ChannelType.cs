namespace ChatLineage.Discord.Protocol.Resources;

/// <summary>Kinds of channels; those that the bot tells apart (resources/channel.mdx, "Channel Types").</summary>
internal enum ChannelType
{
    GuildText = 0,
    DirectMessage = 1,
    GuildVoice = 2,
    GroupDirectMessage = 3,
    GuildAnnouncement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    GuildForum = 15,
}
