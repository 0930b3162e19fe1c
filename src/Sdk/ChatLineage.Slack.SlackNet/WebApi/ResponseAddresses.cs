using ChatLineage.Slack.Protocol.WebApi;
using SlackNet;
using SlackNet.Interaction;

namespace ChatLineage.Slack.SlackNet.WebApi;

/// <summary>Sends messages to response addresses with SlackNet's client.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class ResponseAddresses(ISlackApiClient slack, MessageWriter messages)
{
    /// <summary>Sends a message to an address; false when it is used up or too old.</summary>
    /// <exception cref="HttpRequestException">It could not be reached.</exception>
    public async Task<bool> RespondAsync(Uri address, MessageBody body, bool replaces, CancellationToken cancellationToken)
    {
        var response = new MessageResponse
        {
            ResponseType = ResponseType.Ephemeral,
            ReplaceOriginal = replaces,
            Message = messages.Message(new MessageTarget("", null), body),
        };
        try
        {
            await slack.Respond(address.ToString(), new MessageUpdateResponse(response), cancellationToken);
            return true;
        }
        catch (HttpRequestException refused) when (refused.StatusCode is { } status && (int)status < 500)
        {
            return false;
        }
        catch (SlackException)
        {
            return false;
        }
        catch (Exception broken) when (broken is SlackRateLimitException or IOException
            || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new HttpRequestException("The response address could not be reached.", broken);
        }
    }
}
