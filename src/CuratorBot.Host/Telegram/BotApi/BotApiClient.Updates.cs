using System.Text.Json;
using CuratorBot.Host.Telegram.BotApi.Requests;
using CuratorBot.Host.Telegram.BotApi.Types;
using CuratorBot.Host.Telegram.BotApi.Wire;

namespace CuratorBot.Host.Telegram.BotApi;

public sealed partial class BotApiClient
{
    private static readonly AnswerReader<WebhookInfo> AWebhookInfo = Answers.Of(
        BotApiJsonContext.Default.WebhookInfo
    );
    private readonly Lazy<BotApiMethod> _getUpdates;

    /// <summary>
    /// Long polling. The client itself gives up 10 s after the poll should have ended. A batch that was cut on
    /// the way yields the updates that came whole; dispose it when they are committed.
    /// </summary>
    public async ValueTask<BotApiResult<UpdatesBatch>> GetUpdates(
        GetUpdates request,
        CancellationToken cancel = default
    )
    {
        if (_gate.Refusal() is { } refusal)
            return refusal;
        var timeout = TimeSpan.FromSeconds(request.Timeout ?? 0) + _timeouts.BeyondPoll;
        var started = _clock.GetTimestamp();
        var body = JsonBody.Of(request, BotApiJsonContext.Default.GetUpdates);
        var answer = await Transport.Post(_getUpdates.Value, body, timeout, cancel);
        var result = ReadBatch(answer);
        _gate.Note(result.Failure);
        _log.Called(_getUpdates.Value, result.Failure, _clock.GetElapsedTime(started));
        return result;
    }

    public ValueTask<BotApiResult<bool>> SetWebhook(SetWebhook request, CancellationToken cancel = default) =>
        Call("setWebhook", request, BotApiJsonContext.Default.SetWebhook, Answers.Done, cancel);

    public ValueTask<BotApiResult<bool>> DeleteWebhook(CancellationToken cancel = default) =>
        Call("deleteWebhook", new(), BotApiJsonContext.Default.DeleteWebhook, Answers.Done, cancel);

    public ValueTask<BotApiResult<WebhookInfo>> GetWebhookInfo(CancellationToken cancel = default) =>
        Call("getWebhookInfo", new(), BotApiJsonContext.Default.NoParameters, AWebhookInfo, cancel);

    /// <summary>The batch takes the body over; whatever has no batch in it is disposed here.</summary>
    private BotApiResult<UpdatesBatch> ReadBatch(in BotApiAnswer answer)
    {
        if (answer is { Status: 200, Body: { } body })
        {
            try
            {
                return new UpdatesBatch(body, BotApiJson.SplitUpdates(body.Memory));
            }
            catch (JsonException)
            {
                _log.NotABatch();
            }
        }

        using (answer)
            return FailureOf(answer);
    }
}
