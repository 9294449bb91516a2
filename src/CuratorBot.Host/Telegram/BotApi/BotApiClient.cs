using System.Text.Json.Serialization.Metadata;
using CuratorBot.Host.Telegram.BotApi.Wire;

namespace CuratorBot.Host.Telegram.BotApi;

/// <summary>
/// The Bot API by its official names. A call never throws for what the server or the network did: see
/// <see cref="BotApiFailure"/>. It throws <see cref="OperationCanceledException"/> only when the request was
/// certainly not processed; cancelled too late, it answers <see cref="BotApiFailure.Ambiguous"/>.
/// It never repeats a request by itself. Safe for concurrent use; one instance per bot.
/// </summary>
public sealed partial class BotApiClient : IDisposable
{
    private readonly Lazy<BotApiTransport> _lazyTransport;
    private readonly BotApiTimeouts _timeouts;
    private readonly BotApiLog _log;
    private readonly TimeProvider _clock;
    private readonly TokenGate _gate;

    public BotApiClient(
        TelegramOptions options,
        ILogger<BotApiClient> logger,
        TimeProvider clock,
        BotApiTimeouts? timeouts = null
    )
        : this(() => options, logger, clock, timeouts) { }

    /// <param name="options">Asked at the first call: in the playground the address is known only then.</param>
    public BotApiClient(
        Func<TelegramOptions> options,
        ILogger<BotApiClient> logger,
        TimeProvider clock,
        BotApiTimeouts? timeouts = null,
        TokenGate? gate = null
    )
    {
        _gate = gate ?? new TokenGate(clock);
        _lazyTransport = new Lazy<BotApiTransport>(() =>
            new BotApiTransport(new Uri(options().ApiBaseUrl), options().Token)
        );
        _sendMessage = new Lazy<BotApiMethod>(() => Transport.Method("sendMessage"));
        _getUpdates = new Lazy<BotApiMethod>(() => Transport.Method("getUpdates"));
        _log = new BotApiLog(logger);
        _clock = clock;
        _timeouts = timeouts ?? new BotApiTimeouts();
    }

    private BotApiTransport Transport => _lazyTransport.Value;

    public void Dispose()
    {
        if (_lazyTransport.IsValueCreated)
            Transport.Dispose();
    }

    private ValueTask<BotApiResult<TResult>> Call<TRequest, TResult>(
        string method,
        TRequest request,
        JsonTypeInfo<TRequest> type,
        AnswerReader<TResult> read,
        CancellationToken cancel
    ) => Call(Transport.Method(method), JsonBody.Of(request, type), _timeouts.Request, read, cancel);

    private async ValueTask<BotApiResult<T>> Call<T>(
        BotApiMethod method,
        RequestBody body,
        TimeSpan timeout,
        AnswerReader<T> read,
        CancellationToken cancel
    )
    {
        if (_gate.Refusal() is { } refusal)
            return refusal;
        var started = _clock.GetTimestamp();
        using var answer = await Transport.Post(method, body, timeout, cancel);
        var result = Read(answer, read);
        _gate.Note(result.Failure);
        _log.Called(method, result.Failure, _clock.GetElapsedTime(started));
        return result;
    }

    private BotApiResult<T> Read<T>(in BotApiAnswer answer, AnswerReader<T> read) =>
        answer is { Status: 200, Body: { } body } && read(body.Span, out var value)
            ? value
            : FailureOf(answer);

    private BotApiFailure FailureOf(in BotApiAnswer answer) =>
        answer.NoAnswer
        ?? BotApiErrors.Classify(answer.Status, answer.Body!.Span, answer.RetryAfter, Transport.Token);
}
