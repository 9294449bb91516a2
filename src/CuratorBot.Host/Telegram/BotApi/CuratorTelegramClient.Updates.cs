using System.Text.Json;
using CuratorBot.Host.Telegram.BotApi.Wire;
using Telegram.Bot.Requests;

namespace CuratorBot.Host.Telegram.BotApi;

internal sealed partial class CuratorTelegramClient
{
    public async ValueTask<BotApiResult<UpdatesBatch>> Fetch(
        GetUpdatesRequest request,
        CancellationToken cancel
    )
    {
        if (_gate.Refusal() is { } refusal)
            return refusal;
        var timeout = TimeSpan.FromSeconds(request.Timeout ?? 0) + _timeouts.BeyondPoll;
        var started = _clock.GetTimestamp();
        var method = MethodOf(request);
        var answer = await _transport.Post(method, JsonBody.Of(request), timeout, cancel);
        return Noted(method, ReadBatch(answer), started);
    }

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
