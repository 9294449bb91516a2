using System.Globalization;
using System.Net.Http.Headers;

namespace CuratorBot.Playground.Updates;

/// <summary>Delivers updates by HTTP: in order within a chat, chats in parallel, a failing chat waits alone.</summary>
internal sealed class Webhook(PlaygroundOptions options, UpdateQueue queue) : IDisposable
{
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(60);
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Queue<Update>> _lanes = [];
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private CancellationTokenSource _stop = new();
    private SemaphoreSlim _connections = new(40, 40);

    public WebhookTarget? Target { get; private set; }
    public long? LastErrorDate { get; private set; }
    public string? LastError { get; private set; }

    public int Pending
    {
        get
        {
            var queued = queue.Count;
            lock (_gate)
                return queued + _lanes.Values.Sum(lane => lane.Count);
        }
    }

    public void Start(WebhookTarget target)
    {
        Stop();
        Target = target;
        _connections = new SemaphoreSlim(target.MaxConnections, target.MaxConnections);
        queue.InterruptPoll();
        queue.Divert(Accept);
    }

    /// <summary>Puts what was not delivered back in the queue for getUpdates.</summary>
    public void Stop()
    {
        if (Target is null)
            return;
        queue.Divert(null);
        Target = null;
        _stop.Cancel();
        _stop = new CancellationTokenSource();
        List<Update> left;
        lock (_gate)
        {
            left = [.. _lanes.Values.SelectMany(lane => lane).OrderBy(update => update.Id)];
            _lanes.Clear();
        }
        foreach (var update in left)
            queue.Enqueue(update.Id, update.ChatId, update.Member);
    }

    public void DropPending()
    {
        lock (_gate)
        {
            foreach (var lane in _lanes.Values)
            {
                while (lane.Count > 1)
                    lane.Dequeue();
            }
        }
        queue.TakeAll();
    }

    public void Dispose()
    {
        Stop();
        _stop.Dispose();
        _connections.Dispose();
        _http.Dispose();
    }

    private void Accept(Update update)
    {
        lock (_gate)
        {
            if (_lanes.TryGetValue(update.ChatId, out var lane))
            {
                lane.Enqueue(update);
                return;
            }
            _lanes.Add(update.ChatId, lane = new Queue<Update>());
            lane.Enqueue(update);
        }
        _ = Task.Run(() => Drain(update.ChatId, Target!, _connections, _stop.Token));
    }

    private async Task Drain(
        long chatId,
        WebhookTarget target,
        SemaphoreSlim connections,
        CancellationToken stop
    )
    {
        var pause = options.WebhookFirstRetry;
        while (!stop.IsCancellationRequested && Head(chatId) is { } update)
        {
            await connections.WaitAsync(CancellationToken.None);
            TimeSpan? retryAfter;
            bool delivered;
            try
            {
                (delivered, retryAfter) = await Post(update, target, stop);
            }
            finally
            {
                connections.Release();
            }
            if (delivered || update.ExpiresAt <= options.Timers.GetTimestamp())
            {
                Remove(chatId, update);
                pause = options.WebhookFirstRetry;
                continue;
            }
            await Pause(retryAfter ?? pause, stop);
            pause = pause + pause < LongestRetry ? pause + pause : LongestRetry;
        }
    }

    private async Task Pause(TimeSpan pause, CancellationToken stop)
    {
        await Task.Delay(pause, options.Timers, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Update? Head(long chatId)
    {
        lock (_gate)
        {
            if (_lanes.TryGetValue(chatId, out var lane) && lane.TryPeek(out var update))
                return update;
            _lanes.Remove(chatId);
            return null;
        }
    }

    private void Remove(long chatId, Update delivered)
    {
        lock (_gate)
        {
            if (
                _lanes.TryGetValue(chatId, out var lane)
                && lane.TryPeek(out var head)
                && head.Id == delivered.Id
            )
                lane.Dequeue();
        }
    }

    private async Task<(bool Delivered, TimeSpan? RetryAfter)> Post(
        Update update,
        WebhookTarget target,
        CancellationToken stop
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Url);
        request.Content = new ByteArrayContent(Whole(update));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (target.SecretToken is { } secret)
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        try
        {
            using var answer = await _http.SendAsync(request, stop);
            if (answer.IsSuccessStatusCode)
                return (true, null);
            Failed($"Wrong response from the webhook: {(int)answer.StatusCode} {answer.ReasonPhrase}");
            return (false, answer.Headers.RetryAfter?.Delta);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            Failed(failure is HttpRequestException ? "Connection refused" : "Read timeout expired");
            return (false, null);
        }
    }

    private void Failed(string message)
    {
        LastError = message;
        LastErrorDate = options.Clock.GetUtcNow().ToUnixTimeSeconds();
    }

    private static byte[] Whole(Update update)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{{\"update_id\":{update.Id},");
        return [.. System.Text.Encoding.UTF8.GetBytes(prefix), .. update.Member.Span, (byte)'}'];
    }
}

internal sealed record WebhookTarget(Uri Url, string? SecretToken, int MaxConnections);
