using System.Security.Cryptography;
using System.Text;
using CuratorBot.Data;
using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Messaging.Receiving;

namespace CuratorBot.Host.Telegram;

/// <summary>
/// Takes updates that Telegram posts. It answers 200 when they are in the inbox, and never before. Of a request
/// without the secret nothing is read.
/// </summary>
public static partial class Webhook
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromMinutes(1);

    public static void MapWebhook(this WebApplication app, TelegramOptions options)
    {
        var secret = SHA256.HashData(Encoding.UTF8.GetBytes(options.WebhookSecret!));
        var turnedAway = new TurnedAway(
            app.Services.GetRequiredService<RealTime>(),
            app.Services.GetRequiredService<ILogger<TurnedAway>>()
        );
        app.MapPost(
            new Uri(options.WebhookUrl!).AbsolutePath,
            (HttpContext context, Inbox inbox) => Take(context, inbox, secret, turnedAway)
        );
    }

    private static async Task<IResult> Take(
        HttpContext context,
        Inbox inbox,
        byte[] secret,
        TurnedAway turnedAway
    )
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(context.Request.Headers[SecretHeader].ToString()));
        if (!CryptographicOperations.FixedTimeEquals(given, secret))
        {
            turnedAway.Note();
            return Results.Unauthorized();
        }
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        // A body without a number would be posted again for ever: it is nothing that we could keep.
        if (TelegramUpdates.Read(body.ToArray()) is not { } update)
            return Results.Ok();
        try
        {
            await inbox.Accept(TelegramChannel.ChannelName, [update], CancellationToken.None);
            return Results.Ok();
        }
        catch (StorageException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Requests without the secret: one line a minute, however many come.</summary>
    internal sealed partial class TurnedAway(RealTime realTime, ILogger<TurnedAway> log)
    {
        private readonly Lock _lock = new();
        private TimeSpan? _warnedAt;
        private int _since;

        public void Note()
        {
            int count;
            lock (_lock)
            {
                _since++;
                if (_warnedAt is { } warned && realTime.Elapsed - warned < BetweenWarnings)
                    return;
                (count, _since, _warnedAt) = (_since, 0, realTime.Elapsed);
            }
            LogTurnedAway(log, count);
        }

        [LoggerMessage(
            LogLevel.Warning,
            "The webhook turned away {Count} requests that did not know its secret"
        )]
        private static partial void LogTurnedAway(ILogger log, int count);
    }
}
