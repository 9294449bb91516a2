using CuratorBot.Host.Telegram.BotApi.Wire;
using Telegram.Bot.Requests.Abstractions;

namespace CuratorBot.Host.Telegram.BotApi;

/// <summary>
/// The requests of Telegram.Bot that this bot makes. A call never throws for what the server or the network did: see
/// <see cref="BotApiFailure"/>. It throws <see cref="OperationCanceledException"/> only when the request was
/// certainly not processed; cancelled too late, it answers <see cref="BotApiFailure.Ambiguous"/>.
/// It never repeats a request by itself. Safe for concurrent use; one instance per bot.
/// </summary>
public sealed partial class BotApiClient : IDisposable
{
    private readonly Lazy<CuratorTelegramClient> _bot;

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
    ) =>
        _bot = new Lazy<CuratorTelegramClient>(() =>
            CuratorTelegramClient.Of(
                options(),
                new BotApiLog(logger),
                clock,
                timeouts ?? new BotApiTimeouts(),
                gate ?? new TokenGate(clock)
            )
        );

    private CuratorTelegramClient Bot => _bot.Value;

    public void Dispose()
    {
        if (_bot.IsValueCreated)
            Bot.Dispose();
    }

    private async ValueTask<BotApiResult<T>> Ask<T>(Task<T> request)
    {
        try
        {
            return await request;
        }
        catch (BotApiException failed)
        {
            return failed.Failure;
        }
    }

    /// <summary>Whether it was done; a refusal that does no harm counts as such, with false.</summary>
    private async ValueTask<BotApiResult<bool>> Do(
        IRequest request,
        Func<BotApiFailure.Rejected, bool> harmless,
        CancellationToken cancel
    )
    {
        var result = await Bot.Call(request, Answers.Done, cancel);
        return result.OkWhen(harmless, instead: false);
    }
}
