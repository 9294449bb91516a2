using System.Net.Sockets;

namespace CuratorBot.Host.Telegram.BotApi.Wire;

/// <summary>
/// HTTP to the Bot API. Nothing that it throws or returns holds an address, because addresses hold the token.
/// </summary>
internal sealed class BotApiTransport : IDisposable
{
    // 100 updates of 64 KiB, with room to spare.
    private const int LargestAnswer = 16 * 1024 * 1024;

    private readonly HttpMessageInvoker _http;
    private readonly DeadlinePool _deadlines = new();
    private readonly string _api;
    private readonly string _files;

    public BotApiTransport(Uri baseAddress, string token)
    {
        Token = token;
        var root = baseAddress.AbsoluteUri.TrimEnd('/');
        (_api, _files) = ($"{root}/bot{token}/", $"{root}/file/bot{token}/");
        // The invoker, not HttpClient: no header merging, no second time-out, no buffering on the hot path.
        var handler = Handler(baseAddress);
        _http = new HttpMessageInvoker(handler);
        Client = new HttpClient(handler, disposeHandler: false);
    }

    public string Token { get; }

    /// <summary>For a class that insists on one: with the same handler it leaves no trace of an address either.</summary>
    public HttpClient Client { get; }

    public BotApiMethod Method(string name) => new(name, new Uri(_api + name));

    /// <param name="path">As getFile named it; escaped here, segment by segment.</param>
    public BotApiMethod File(string path) =>
        new("file", new Uri(_files + string.Join('/', path.Split('/').Select(Uri.EscapeDataString))));

    /// <exception cref="OperationCanceledException">
    /// The caller cancelled, and the request was certainly not processed. Cancelled later than that, the answer
    /// is <see cref="BotApiFailure.Ambiguous"/>.
    /// </exception>
    public async ValueTask<BotApiAnswer> Post(
        BotApiMethod method,
        RequestBody body,
        TimeSpan timeout,
        CancellationToken cancel
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method.Address) { Content = body };
        cancel.ThrowIfCancellationRequested();
        var deadline = _deadlines.Rent(timeout);
        var link = Link(deadline, cancel);
        try
        {
            using var response = await _http.SendAsync(request, deadline.Token);
            return await Read(response, deadline.Token);
        }
        catch (Exception error) when (IsOfTransport(error))
        {
            if (body.MayHaveArrived)
                return BotApiAnswer.None(
                    new BotApiFailure.Ambiguous(cancel.IsCancellationRequested ? GivenUp : Describe(error))
                );
            cancel.ThrowIfCancellationRequested();
            return BotApiAnswer.None(new BotApiFailure.NotSent(Describe(error)));
        }
        finally
        {
            await link.DisposeAsync();
            _deadlines.Return(deadline);
        }
    }

    /// <summary>Why there is no answer to a call that its own caller gave up, as when the host stops.</summary>
    public const string GivenUp = "given up";

    /// <summary>For reading only: the caller reads the body itself and handles what the transport throws.</summary>
    public Task<HttpResponseMessage> Get(BotApiMethod method, CancellationToken cancel) =>
        _http.SendAsync(new HttpRequestMessage(HttpMethod.Get, method.Address), cancel);

    public static bool IsOfTransport(Exception error) =>
        error is HttpRequestException or IOException or SocketException or OperationCanceledException;

    /// <summary>A word for the log that is never taken from the text of an exception.</summary>
    public static string Describe(Exception error) =>
        error switch
        {
            OperationCanceledException => "time-out",
            HttpRequestException { InnerException: SocketException socket } =>
                socket.SocketErrorCode.ToString(),
            HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http =>
                http.HttpRequestError.ToString(),
            HttpIOException io => io.HttpRequestError.ToString(),
            { InnerException: SocketException socket } => socket.SocketErrorCode.ToString(),
            _ => error.GetType().Name,
        };

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
    }

    /// <summary>A body that ends early is still an answer: what arrived may say enough.</summary>
    public static async ValueTask<BotApiAnswer> Read(HttpResponseMessage response, CancellationToken cancel)
    {
        var body = new PooledBytes(
            (int)Math.Clamp(response.Content.Headers.ContentLength ?? 0, 1024, 1 << 20)
        );
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(cancel);
            int read;
            while ((read = await stream.ReadAsync(body.GetMemory(512), cancel)) > 0)
            {
                body.Advance(read);
                if (body.Length > LargestAnswer)
                    return BotApiAnswer.Of(response, body, isCut: true);
            }

            return BotApiAnswer.Of(response, body, isCut: false);
        }
        catch (Exception error) when (IsOfTransport(error))
        {
            return BotApiAnswer.Of(response, body, isCut: true);
        }
    }

    private static CancellationTokenRegistration Link(
        CancellationTokenSource deadline,
        CancellationToken cancel
    ) => cancel.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline);

    private static SocketsHttpHandler Handler(Uri baseAddress) =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !baseAddress.IsLoopback,
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            // Also keeps the address out of traces: without a propagator there is no HTTP activity at all.
            ActivityHeadersPropagator = null,
            MaxConnectionsPerServer = 256,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
            ConnectTimeout = TimeSpan.FromSeconds(10),
        };
}
