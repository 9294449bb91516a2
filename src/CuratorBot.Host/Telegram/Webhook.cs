using System.Security.Cryptography;
using System.Text;
using CuratorBot.Data;
using CuratorBot.Host.Telegram.BotApi;
using CuratorBot.Host.Telegram.BotApi.Requests;
using CuratorBot.Messaging;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CuratorBot.Host.Telegram;

/// <summary>Takes updates that Telegram posts. It answers 200 when they are in the inbox, and never before.</summary>
public static class Webhook
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>An update is 64 KiB at most; a little more is let in.</summary>
    private const long LargestBody = 1024 * 1024;

    public static void MapWebhook(this IEndpointRouteBuilder app, TelegramOptions options)
    {
        var secret = SHA256.HashData(Encoding.UTF8.GetBytes(options.WebhookSecret!));
        app.MapPost(
            new Uri(options.WebhookUrl!).AbsolutePath,
            (HttpContext context, Inbox inbox) => Take(context, inbox, secret)
        );
    }

    private static async Task<IResult> Take(HttpContext context, Inbox inbox, byte[] secret)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(context.Request.Headers[SecretHeader].ToString()));
        if (!CryptographicOperations.FixedTimeEquals(given, secret))
            return Results.Unauthorized();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
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
}

/// <summary>Tells Telegram where to post, until it has heard.</summary>
public sealed partial class WebhookRegistration(
    BotApiClient api,
    IOptions<TelegramOptions> options,
    TelegramLinks links,
    RealTime realTime,
    ILogger<WebhookRegistration> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var request = new SetWebhook
        {
            Url = options.Value.WebhookUrl!,
            SecretToken = options.Value.WebhookSecret,
            MaxConnections = 40,
            AllowedUpdates = TelegramUpdates.Wanted,
        };
        while (!stoppingToken.IsCancellationRequested)
        {
            var result = await api.SetWebhookAsync(request, stoppingToken);
            if (result.Failure is not { } failure)
            {
                await links.Learn(stoppingToken);
                return;
            }
            LogFailed(log, failure.Kind);
            var pause = failure is BotApiFailure.RetryAfter retry ? retry.Delay : TimeSpan.FromSeconds(5);
            await realTime.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The webhook could not be set: {Kind}")]
    private static partial void LogFailed(ILogger log, string kind);
}
