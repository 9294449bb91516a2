using System.Buffers;
using CuratorBot.Host.Telegram.BotApi.Wire;

namespace CuratorBot.Host.Telegram.BotApi;

internal sealed partial class CuratorTelegramClient
{
    private static readonly BotApiFailure TooBig = new BotApiFailure.Rejected(413, "file is too big");

    public async ValueTask<BotApiResult<long>> Download(
        string filePath,
        Stream target,
        long limit,
        CancellationToken cancel
    )
    {
        if (_gate.Refusal() is { } refusal)
            return refusal;
        var started = _clock.GetTimestamp();
        var file = _transport.File(filePath);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(_timeouts.Transfer);
        var result = await Download(file, target, limit, deadline.Token);
        cancel.ThrowIfCancellationRequested();
        _log.Called(file, result.Failure, _clock.GetElapsedTime(started));
        return result;
    }

    private async Task<BotApiResult<long>> Download(
        BotApiMethod file,
        Stream target,
        long limit,
        CancellationToken cancel
    )
    {
        var (response, failure) = await Open(file, cancel);
        if (response is null)
            return failure!;
        using (response)
        {
            if ((int)response.StatusCode is 404)
                return new BotApiFailure.Rejected(404, "file not found");
            if ((int)response.StatusCode is not 200)
            {
                using var answer = await BotApiTransport.Read(response, cancel);
                return FailureOf(answer);
            }

            return response.Content.Headers.ContentLength > limit
                ? TooBig
                : await Copy(response.Content, target, limit, cancel);
        }
    }

    private async Task<(HttpResponseMessage? Response, BotApiFailure? Failure)> Open(
        BotApiMethod file,
        CancellationToken cancel
    )
    {
        try
        {
            return (await _transport.Get(file, cancel), null);
        }
        catch (Exception error) when (BotApiTransport.IsOfTransport(error))
        {
            // A download changes nothing over there, so that a repeat is always safe.
            return (null, new BotApiFailure.NotSent(BotApiTransport.Describe(error)));
        }
    }

    private static async Task<BotApiResult<long>> Copy(
        HttpContent content,
        Stream target,
        long limit,
        CancellationToken cancel
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var source = await content.ReadAsStreamAsync(cancel);
            long total = 0;
            while (true)
            {
                var (read, failure) = await Read(source, buffer, cancel);
                if (failure is not null)
                    return failure;
                if (read is 0)
                    return total;
                if ((total += read) > limit)
                    return TooBig;
                await target.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask<(int Read, BotApiFailure? Failure)> Read(
        Stream source,
        byte[] buffer,
        CancellationToken cancel
    )
    {
        try
        {
            return (await source.ReadAsync(buffer, cancel), null);
        }
        catch (Exception error) when (BotApiTransport.IsOfTransport(error))
        {
            return (0, new BotApiFailure.Ambiguous(BotApiTransport.Describe(error)));
        }
    }
}
