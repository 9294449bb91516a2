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
    private readonly Lazy<BotApiTransport> lazyTransport;
    private readonly BotApiTimeouts timeouts;
    private readonly BotApiLog log;
    private readonly TimeProvider clock;
    private readonly TokenGate gate;

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
        this.gate = gate ?? new TokenGate(clock);
        lazyTransport = new Lazy<BotApiTransport>(() =>
            new BotApiTransport(new Uri(options().ApiBaseUrl), options().Token)
        );
        sendMessage = new Lazy<BotApiMethod>(() => Transport.Method("sendMessage"));
        getUpdates = new Lazy<BotApiMethod>(() => Transport.Method("getUpdates"));
        log = new BotApiLog(logger);
        this.clock = clock;
        this.timeouts = timeouts ?? new BotApiTimeouts();
    }

    private BotApiTransport Transport => lazyTransport.Value;

    public void Dispose()
    {
        if (lazyTransport.IsValueCreated)
            Transport.Dispose();
    }

    private ValueTask<BotApiResult<TResult>> CallAsync<TRequest, TResult>(
        string method,
        TRequest request,
        JsonTypeInfo<TRequest> type,
        AnswerReader<TResult> read,
        CancellationToken cancel
    ) => CallAsync(Transport.Method(method), JsonBody.Of(request, type), timeouts.Request, read, cancel);

    private async ValueTask<BotApiResult<T>> CallAsync<T>(
        BotApiMethod method,
        RequestBody body,
        TimeSpan timeout,
        AnswerReader<T> read,
        CancellationToken cancel
    )
    {
        if (gate.Refusal() is { } refusal)
            return refusal;
        var started = clock.GetTimestamp();
        using var answer = await Transport.PostAsync(method, body, timeout, cancel);
        var result = Read(answer, read);
        gate.Note(result.Failure);
        log.Called(method, result.Failure, clock.GetElapsedTime(started));
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
