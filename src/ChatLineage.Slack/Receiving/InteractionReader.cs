using ChatLineage.Chat.Platforms;
using ChatLineage.Slack.Buttons;
using ChatLineage.Slack.Protocol.Deliveries;
using ChatLineage.Slack.Protocol.WebApi;

namespace ChatLineage.Slack.Receiving;

/// <summary>Reads buttons, forms and the message shortcut.</summary>
internal sealed class InteractionReader(Identity self, TimeProvider time)
{
    /// <summary>The name of the message shortcut «Check this claim».</summary>
    public const string CheckShortcut = "check_claim";

    /// <summary>Says what an interaction means.</summary>
    public Received Read(Interaction interaction) => interaction switch
    {
        { Type: "message_action", CallbackId: CheckShortcut } => Checked(interaction),
        { Type: "block_actions", Actions: [var pressed, ..] } => Pressed(interaction, pressed),
        { Type: "view_submission", View: { } view } => Sent(interaction, view),
        _ => Received.Nothing.Instance,
    };

    /// <summary>Whether a colleague is right is shown to who asked, not to everybody.</summary>
    private Received Checked(Interaction interaction)
    {
        if (interaction is not { Channel.Id: { } channel, User.Id: { } user, TriggerId: { } trigger, Message: { Ts: { } ts } message })
            return Received.Nothing.Instance;
        var team = interaction.Team?.Id ?? self.TeamId;
        var thread = message.ThreadTs ?? ts;
        var address = new ReplyAddress { Channel = channel, Thread = thread, User = user, Team = team, ResponseUrl = interaction.ResponseUrl };
        var text = SlackText.ToPlain(message.Text ?? "", self.UserId);
        return new Received.Said(new IncomingMessage($"shortcut/{trigger}", DeliveryReader.Conversation(channel, thread), user, text, time.GetUtcNow())
        {
            Request = Request.Check,
            Trigger = Trigger.Command,
            Place = DeliveryReader.PlaceOf(channel, team),
            WantsPrivacy = true,
            ReplyAddress = address.Write(),
        });
    }

    private Received Pressed(Interaction interaction, PressedElement pressed)
    {
        if (AnswerButtons.Read(pressed) is not { } button
            || pressed.Value is not { } answerId
            || interaction is not { Channel.Id: { } channel, User.Id: { } user })
        {
            return Received.Nothing.Instance;
        }

        var place = new PressPlace
        {
            Channel = channel,
            Thread = interaction.Container?.ThreadTs ?? interaction.Message?.ThreadTs,
            Team = interaction.Team?.Id,
            ResponseUrl = interaction.ResponseUrl,
            IsPrivate = interaction.Container is { IsEphemeral: true },
        };
        if (AnswerButtons.AsksFirst(button))
        {
            return interaction.TriggerId is { } trigger
                ? new Received.WantsForm(trigger, new PendingForm(button, answerId, place))
                : Received.Nothing.Instance;
        }

        return Acted($"{user}/{interaction.Container?.MessageTs}/{pressed.ActionTs}", user, button, answerId, place, null);
    }

    private Received Sent(Interaction interaction, SubmittedView view) =>
        AnswerButtons.Read(view) is var (form, comment) && interaction.User?.Id is { } user
            ? Acted($"{user}/{view.Id}", user, form.Action, form.AnswerId, form.Place, comment)
            : Received.Nothing.Instance;

    private Received.Acted Acted(string id, string user, AnswerAction button, string answerId, PressPlace place, string? comment) => new(
        new IncomingAction(id, SlackPlatform.PlatformName, user, button, answerId, time.GetUtcNow())
        {
            Comment = string.IsNullOrWhiteSpace(comment) ? null : comment,
            Place = DeliveryReader.PlaceOf(place.Channel, place.Team ?? self.TeamId),
        },
        place);
}
