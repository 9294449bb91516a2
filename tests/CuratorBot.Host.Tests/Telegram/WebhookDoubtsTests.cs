using CuratorBot.Host.Telegram;
using Telegram.Bot.Types;

namespace CuratorBot.Host.Tests.Telegram;

public sealed class WebhookDoubtsTests
{
    private static readonly DateTimeOffset Now = new(2022, 1, 17, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 5, null, true)] // it fails, and something waits
    [InlineData(1, 0, null, false)] // what failed came in after all
    [InlineData(60, 5, null, true)] // long ago, and nothing came since
    [InlineData(60, 5, 61, true)]
    [InlineData(60, 5, 59, false)] // things come in: what waits is on its way
    [InlineData(null, 5, null, false)] // never failed
    public void An_error_counts_while_something_waits_behind_it(
        int? failedMinutesAgo,
        int waiting,
        int? receivedMinutesAgo,
        bool isDoubted
    )
    {
        var info = new WebhookInfo
        {
            Url = "https://bot.example.org/hook",
            PendingUpdateCount = waiting,
            LastErrorDate = failedMinutesAgo is { } ago ? Now.AddMinutes(-ago).UtcDateTime : null,
            LastErrorMessage = "Wrong response from the webhook: 502 Bad Gateway\r\n<script>",
        };

        var doubt = WebhookDoubts.Of(
            info,
            receivedMinutesAgo is { } came ? Now.AddMinutes(-came) : null,
            Now
        );

        Assert.Equal(isDoubted, doubt is not null);
        if (doubt is not null)
            Assert.Contains("Wrong response from the webhook: 502 Bad Gatewayscript", doubt);
    }

    [Theory]
    [InlineData("https://bot.example.org/hook", true)]
    [InlineData("https://BOT.example.org:443/hook", true)]
    [InlineData("https://other.example.org/hook", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_webhook_of_somebody_else_is_told_from_ours(string? set, bool isOurs) =>
        Assert.Equal(
            isOurs,
            WebhookDoubts.IsOurs(new WebhookInfo { Url = set! }, "https://bot.example.org/hook")
        );
}
