using System.Collections.Concurrent;
using CuratorBot.Host.Telegram.BotApi.Wire;
using Telegram.Bot;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Serialization;

namespace CuratorBot.Host.Telegram.BotApi;

/// <summary>
/// Telegram.Bot's client over a transport that knows what was certainly not sent, with a token that no failure shows.
/// It never repeats a request by itself, and of a message that was sent it reads only the id.
/// </summary>
internal sealed partial class CuratorTelegramClient : TelegramBotClient, IDisposable
{
    private readonly BotApiTransport _transport;
    private readonly ConcurrentDictionary<string, BotApiMethod> _methods = new();
    private readonly BotApiLog _log;
    private readonly TimeProvider _clock;
    private readonly BotApiTimeouts _timeouts;
    private readonly TokenGate _gate;

    private CuratorTelegramClient(
        TelegramBotClientOptions options,
        BotApiTransport transport,
        BotApiLog log,
        TimeProvider clock,
        BotApiTimeouts timeouts,
        TokenGate gate
    )
        : base(options, transport.Client)
    {
        _transport = transport;
        _log = log;
        _clock = clock;
        _timeouts = timeouts;
        _gate = gate;
    }

    public static CuratorTelegramClient Of(
        TelegramOptions options,
        BotApiLog log,
        TimeProvider clock,
        BotApiTimeouts timeouts,
        TokenGate gate
    ) =>
        new(
            new TelegramBotClientOptions(options.Token, options.ApiBaseUrl) { RetryThreshold = 0 },
            new BotApiTransport(new Uri(options.ApiBaseUrl), options.Token),
            log,
            clock,
            timeouts,
            gate
        );

    /// <exception cref="BotApiException">Whatever the server or the network did.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, and the request was certainly not processed.</exception>
    public override async Task<TResponse> SendRequest<TResponse>(
        IRequest<TResponse> request,
        CancellationToken cancellationToken = default
    )
    {
        var result = await Call(request, Answers.Of<TResponse>(), cancellationToken);
        return result.TryGet(out var response, out var failure)
            ? response
            : throw new BotApiException(failure);
    }

    /// <summary>The same without an exception, of an answer that need not be read whole.</summary>
    public async ValueTask<BotApiResult<T>> Call<T>(
        IRequest request,
        AnswerReader<T> read,
        CancellationToken cancel
    )
    {
        if (_gate.Refusal() is { } refusal)
            return refusal;
        var started = _clock.GetTimestamp();
        var method = MethodOf(request);
        var body = BodyOf(request);
        var timeout = body is UploadBody ? _timeouts.Transfer : _timeouts.Request;
        using var answer = await _transport.Post(method, body, timeout, cancel);
        return Noted(method, Read(answer, read), started);
    }

    public void Dispose() => _transport.Dispose();

    private BotApiMethod MethodOf(IRequest request) =>
        _methods.GetOrAdd(request.MethodName, static (name, transport) => transport.Method(name), _transport);

    /// <summary>A form when there are new bytes in the request, otherwise JSON.</summary>
    private static RequestBody BodyOf(IRequest request)
    {
        // Here Telegram.Bot leaves the streams that it came upon while it wrote.
        InputFileConverter.Attachments.Value = null;
        var json = JsonBody.Of(request);
        if (InputFileConverter.Attachments.Value is null)
            return json;
        json.Dispose();
        return new UploadBody(request.ToHttpContent()!);
    }

    private BotApiResult<T> Noted<T>(BotApiMethod method, BotApiResult<T> result, long started)
    {
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
        ?? BotApiErrors.Classify(answer.Status, answer.Body!.Span, answer.RetryAfter, _transport.Token);
}
