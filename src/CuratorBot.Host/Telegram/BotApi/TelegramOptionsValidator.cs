using System.Buffers;
using Microsoft.Extensions.Options;

namespace CuratorBot.Host.Telegram.BotApi;

/// <summary>Refuses to start on settings that cannot work. Its messages never repeat a secret.</summary>
internal sealed class TelegramOptionsValidator : IValidateOptions<TelegramOptions>
{
    private static readonly SearchValues<char> SecretCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
    );

    /// <summary>Digits; Telegram.Bot takes no more.</summary>
    private const int LongestBotId = 16;

    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        var errors = Problems(options).ToList();
        return errors.Count > 0 ? ValidateOptionsResult.Fail(errors) : ValidateOptionsResult.Success;
    }

    /// <summary>A line for each.</summary>
    public static IEnumerable<string> Problems(TelegramOptions options) =>
        OfServer(options)
            .Concat(options.Mode is TelegramMode.Webhook ? OfWebhook(options) : OfPolling(options));

    private static IEnumerable<string> OfServer(TelegramOptions options)
    {
        if (string.IsNullOrEmpty(options.Token))
            yield return "Telegram:Token is not set. BotFather gives one to each bot.";
        else if (!IsToken(options.Token))
            yield return "Telegram:Token is not a bot token: digits, a colon, then letters, digits, _ and - are expected.";
        if (!IsServer(options.ApiBaseUrl))
            yield return "Telegram:ApiBaseUrl must be an absolute http or https address without a query.";
        if (!Enum.IsDefined(options.Mode))
            yield return "Telegram:Mode must be Polling or Webhook.";
    }

    private static IEnumerable<string> OfPolling(TelegramOptions options)
    {
        if (!string.IsNullOrEmpty(options.WebhookUrl))
        {
            yield return "Telegram:WebhookUrl is set while Telegram:Mode is Polling. Telegram refuses both at once: "
                + "either set Telegram:Mode to Webhook, or remove Telegram:WebhookUrl.";
        }
    }

    private static IEnumerable<string> OfWebhook(TelegramOptions options)
    {
        if (
            !Uri.TryCreate(options.WebhookUrl, UriKind.Absolute, out var address)
            || (
                address.Scheme != Uri.UriSchemeHttps
                && (IsOfficial(options) || address.Scheme != Uri.UriSchemeHttp)
            )
        )
            yield return "Telegram:WebhookUrl must be an absolute https address when Telegram:Mode is Webhook "
                + "(http will do for a Bot API server of one's own).";
        if (string.IsNullOrEmpty(options.WebhookSecret))
            yield return "Telegram:WebhookSecret is not set. Without it anybody could pose as Telegram.";
        else if (!IsSecret(options.WebhookSecret))
            yield return "Telegram:WebhookSecret must be 1 to 256 characters of A-Z, a-z, 0-9, _ and -.";
    }

    private static bool IsOfficial(TelegramOptions options) =>
        options.ApiBaseUrl.Contains("//api.telegram.org", StringComparison.OrdinalIgnoreCase);

    private static bool IsToken(string token)
    {
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and <= LongestBotId
            && colon < token.Length - 1
            && token.AsSpan(0, colon).IndexOfAnyExceptInRange('0', '9') < 0
            && token.AsSpan(colon + 1).IndexOfAnyExcept(SecretCharacters) < 0;
    }

    private static bool IsSecret(string secret) =>
        secret.Length <= 256 && secret.AsSpan().IndexOfAnyExcept(SecretCharacters) < 0;

    private static bool IsServer(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Query.Length is 0
        && uri.Fragment.Length is 0;
}
