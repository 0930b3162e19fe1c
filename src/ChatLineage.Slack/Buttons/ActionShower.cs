using ChatLineage.Chat.Platforms;
using ChatLineage.Slack.Protocol.WebApi;
using ChatLineage.Slack.Receiving;
using ChatLineage.Slack.Replying;

namespace ChatLineage.Slack.Buttons;

/// <summary>Shows what comes of a button.</summary>
internal sealed class ActionShower(ISlackApi api, Whisper whisper)
{
    /// <summary>Shows it where the button was pressed, to who it is for.</summary>
    /// <exception cref="SlackApiException">Slack refused it, or could not be reached.</exception>
    public async Task ShowAsync(Received.Acted acted, Reply reply, CancellationToken cancellationToken)
    {
        var place = acted.Place;
        var target = new MessageTarget(place.Channel, place.Thread);
        if (reply.Audience == Audience.Asker || place.IsPrivate)
        {
            // In a thread the response address would answer outside of it.
            var response = place.Thread is null ? place.ResponseUrl : null;
            await whisper.SayAsync(target, acted.Action.AuthorId, response, reply, replaces: false, cancellationToken);
            return;
        }

        // The mark tells it from a reply that was broken off.
        foreach (var body in ReplyMessages.Of(reply))
            await api.PostAsync(target, body with { Mark = $"press/{acted.Action.Id}" }, cancellationToken);
        if (!reply.Attachments.IsEmpty)
            await api.UploadAsync(target, Uploads.Of(reply.Attachments), cancellationToken);
    }
}
