using System.Text.Json;
using System.Text.Json.Nodes;
using ChatLineage.Chat.Platforms;
using ChatLineage.Chat.Transport;
using ChatLineage.Slack.Buttons;
using ChatLineage.Slack.Home;
using ChatLineage.Slack.Protocol.Deliveries;
using ChatLineage.Slack.Protocol.WebApi;
using ChatLineage.Slack.Replying;
using Microsoft.Extensions.Logging;

namespace ChatLineage.Slack.Receiving;

/// <summary>Hands what Slack delivers to the inbox. What takes longer than storing goes on after the acknowledgement.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed partial class DeliveryHandler(
    DeliveryReader reader,
    IInbox inbox,
    ISlackApi api,
    ActionShower shower,
    IReadOnlySet<string> maintainers,
    BackgroundWork work,
    ILogger logger,
    CancellationToken ending) : IDeliveryHandler
{
    private const int MaxGaps = 20;
    private const int MaxTitle = 80;
    private const int MaxRecent = 10_000;

    private readonly RecentIds _recent = new(MaxRecent);

    public async ValueTask<JsonElement?> AcceptAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        Received received;
        try
        {
            received = reader.Read(delivery);
        }
        catch (JsonException broken)
        {
            // Sent again it would not be better.
            Unreadable(delivery.Kind, broken);
            return null;
        }

        switch (received)
        {
            case Received.Said said:
                return await ReceiveAsync(said.Message, cancellationToken);
            case Received.TakenBack gone:
                inbox.Withdraw(SlackPlatform.PlatformName, gone.MessageId);
                break;
            case Received.Misused misused:
                return Whispered($"This is how it is used: `{misused.Usage}`");
            case Received.WantsForm wanted when _recent.TryAdd(wanted.TriggerId):
                work.Start("Opening a form", token => api.OpenViewAsync(wanted.TriggerId, AnswerButtons.Form(wanted.Form), token), ending);
                break;
            case Received.Acted acted when await inbox.TryTakeAsync(acted.Action, cancellationToken):
                work.Start("A button", async token => await shower.ShowAsync(acted, await inbox.ActAsync(acted.Action, token), token), ending);
                break;
            case Received.OpenedHome home:
                work.Start("Showing the home", token => ShowHomeAsync(home.User, token), ending);
                break;
            case Received.OpenedConversation opened:
                work.Start("Offering questions", token => OfferAsync(opened, token), ending);
                break;
        }

        return null;
    }

    private async ValueTask<JsonElement?> ReceiveAsync(IncomingMessage message, CancellationToken cancellationToken)
    {
        var receipt = await inbox.ReceiveAsync(message, cancellationToken);
        if (receipt != Receipt.Accepted)
            return null;
        var address = ReplyAddress.Read(message.ReplyAddress);
        if (address.IsNewThread)
            work.Start("Naming a conversation", token => NameAsync(address.Target, message.Text, token), ending);

        // The first thing that the asker sees; only commands can be answered with the acknowledgement.
        return CommandReader.IsCommand(message.Id) ? Whispered("Looking it up…") : null;
    }

    private async Task ShowHomeAsync(string user, CancellationToken cancellationToken)
    {
        var view = maintainers.Contains(user) ? HomeView.Of(await inbox.RecentGapsAsync(MaxGaps, cancellationToken)) : HomeView.Of(null);
        await api.PublishHomeAsync(user, view, cancellationToken);
    }

    /// <summary>Apps without the agent view have no place for it, which is no fault.</summary>
    private async Task OfferAsync(Received.OpenedConversation opened, CancellationToken cancellationToken)
    {
        try
        {
            var target = new MessageTarget(opened.Channel, opened.Thread);
            await api.SetSuggestedPromptsAsync(target, "Ask me where something comes from, for example", Examples.Prompts, cancellationToken);
        }
        catch (SlackApiException refused) when (!refused.IsPassing)
        {
            NoAgentView(refused);
        }
    }

    private async Task NameAsync(MessageTarget thread, string question, CancellationToken cancellationToken)
    {
        try
        {
            await api.SetTitleAsync(thread, ReplyMessages.Short(question, MaxTitle), cancellationToken);
        }
        catch (SlackApiException refused) when (!refused.IsPassing)
        {
            NoAgentView(refused);
        }
    }

    private static JsonElement? Whispered(string text)
    {
        using var document = JsonDocument.Parse(new JsonObject { ["response_type"] = "ephemeral", ["text"] = text }.ToJsonString());
        return document.RootElement.Clone();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A delivery ({Kind}) cannot be read; it is left out.")]
    private partial void Unreadable(DeliveryKind kind, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The app has no agent view here.")]
    private partial void NoAgentView(Exception exception);
}
