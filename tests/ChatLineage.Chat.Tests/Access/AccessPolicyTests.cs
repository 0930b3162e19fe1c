using ChatLineage.Chat.Access;
using ChatLineage.Chat.Conversations;
using ChatLineage.Chat.Platforms;

namespace ChatLineage.Chat.Tests.Access;

public sealed class AccessPolicyTests
{
    [Theory]
    [InlineData(Trigger.Mention, ChannelMode.Mention, nameof(Admission.Taken))]
    [InlineData(Trigger.Command, ChannelMode.Mention, nameof(Admission.Taken))]
    [InlineData(Trigger.Reply, ChannelMode.Mention, nameof(Admission.Taken))]
    [InlineData(Trigger.Overheard, ChannelMode.Mention, nameof(Admission.NotForMe))]
    [InlineData(Trigger.Overheard, ChannelMode.Every, nameof(Admission.Taken))]
    [InlineData(Trigger.Mention, ChannelMode.Every, nameof(Admission.Taken))]
    [InlineData(Trigger.Mention, ChannelMode.Silent, nameof(Admission.NotForMe))]
    [InlineData(Trigger.Overheard, ChannelMode.Silent, nameof(Admission.NotForMe))]
    [InlineData(Trigger.Command, ChannelMode.Silent, nameof(Admission.ChannelRefused))]
    public void Decide_by_the_mode_of_the_channel(Trigger trigger, ChannelMode mode, string expected)
    {
        var own = new AccessOptions { Mode = ChannelMode.Silent, Modes = new Dictionary<string, ChannelMode> { ["channel"] = mode } };

        Assert.Equal(expected, Decide(own, Message(trigger)).ToString());
        Assert.Equal(expected, Decide(new AccessOptions { Mode = mode }, Message(trigger)).ToString());
    }

    [Theory]
    [InlineData(true, nameof(Admission.Taken))]
    [InlineData(false, nameof(Admission.NotForMe))]
    public void Decide_in_a_thread_by_whether_the_bot_is_in_it(bool known, string expected) =>
        Assert.Equal(expected, new AccessPolicy(new AccessOptions()).Decide(Message(Trigger.Thread), known).ToString());

    [Fact]
    public void Decide_overheard_statement_is_not_for_the_bot() =>
        Assert.Equal(Admission.NotForMe, Decide(new AccessOptions { Mode = ChannelMode.Every }, Message(Trigger.Overheard) with { Text = "I like llamas." }));

    [Theory]
    [InlineData("server", "", "", nameof(Admission.Taken))]
    [InlineData("other", "", "", nameof(Admission.ChannelRefused))]
    [InlineData("", "channel", "", nameof(Admission.Taken))]
    [InlineData("", "other", "", nameof(Admission.ChannelRefused))]
    [InlineData("", "", "role", nameof(Admission.Taken))]
    [InlineData("", "", "other", nameof(Admission.PersonRefused))]
    [InlineData("server", "other", "role", nameof(Admission.ChannelRefused))]
    public void Decide_command_by_what_is_allowed(string server, string channel, string role, string expected)
    {
        var options = new AccessOptions { Servers = List(server), Channels = List(channel), Roles = List(role) };

        Assert.Equal(expected, Decide(options, Message(Trigger.Command)).ToString());
        Assert.Equal(expected, new AccessPolicy(options).Decide(Message(Trigger.Command).Place).ToString());
    }

    [Fact]
    public void Decide_mention_where_it_is_not_allowed_makes_no_noise() =>
        Assert.Equal(Admission.NotForMe, Decide(new AccessOptions { Servers = ["other"] }, Message(Trigger.Mention)));

    [Fact]
    public void Decide_direct_message_by_whether_they_are_answered()
    {
        var direct = Message(Trigger.Direct) with { Place = new Place(null, "dm", []) };

        Assert.Equal(Admission.Taken, Decide(new AccessOptions { Servers = ["other"], Roles = ["role"] }, direct));
        Assert.Equal(Admission.DirectRefused, Decide(new AccessOptions { DirectMessages = false }, direct));
    }

    [Fact]
    public void Decide_on_a_platform_without_places_takes_everything() =>
        Assert.Equal(Admission.Taken, Decide(new AccessOptions { Servers = ["s"], Roles = ["r"], DirectMessages = false }, Message(Trigger.Direct) with { Place = null }));

    private static Admission Decide(AccessOptions options, IncomingMessage message) => new AccessPolicy(options).Decide(message, knownConversation: false);

    private static string[] List(string item) => item.Length == 0 ? [] : [item];

    private static IncomingMessage Message(Trigger trigger) =>
        new("1", new ConversationKey("fake", "c"), "somebody", "What is LLaMA?", DateTimeOffset.UnixEpoch) { Trigger = trigger, Place = new Place("server", "channel", ["role"]) };
}
