using CuratorBot.Host.Telegram.BotApi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CuratorBot.Host.Tests.Telegram.BotApi;

public class TelegramOptionsTests
{
    private const string Token = ScriptedServer.Token;

    [Theory]
    [InlineData("Token=" + Token)]
    [InlineData("Token=1:a;ApiBaseUrl=http://localhost:8081/bot-api")]
    [InlineData("Token=1:a;Mode=webhook;WebhookUrl=https://bot.example/t;WebhookSecret=aZ09_-")]
    public void Settings_that_can_work_are_taken(string settings) => Assert.NotEmpty(Read(settings).Token);

    [Theory]
    [InlineData("", "Telegram:Token is not set")]
    [InlineData("Token=CANARY", "Telegram:Token is not a bot token")]
    [InlineData("Token=1:CANARY/../x", "Telegram:Token is not a bot token")]
    [InlineData("Token=1:a;ApiBaseUrl=api.telegram.org", "Telegram:ApiBaseUrl must be an absolute")]
    [InlineData("Token=1:a;ApiBaseUrl=ftp://api.telegram.org", "Telegram:ApiBaseUrl must be an absolute")]
    [InlineData(
        "Token=1:a;Mode=webhook;WebhookSecret=CANARY",
        "Telegram:WebhookUrl must be an absolute https"
    )]
    [InlineData(
        "Token=1:a;Mode=webhook;WebhookUrl=http://x;WebhookSecret=CANARY",
        "must be an absolute https"
    )]
    [InlineData("Token=1:a;Mode=webhook;WebhookUrl=https://x", "Telegram:WebhookSecret is not set")]
    [InlineData(
        "Token=1:a;Mode=webhook;WebhookUrl=https://x;WebhookSecret=CANARY!",
        "Telegram:WebhookSecret must be 1"
    )]
    [InlineData("Token=1:a;WebhookUrl=https://x", "refuses both at once")]
    public void Settings_that_cannot_work_are_refused_in_clear_words(string settings, string words)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read(settings));

        Assert.Contains(words, refusal.Message);
        Assert.DoesNotContain("CANARY", refusal.ToString());
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void The_secret_has_at_most_256_characters(int length, bool accepted)
    {
        var settings = $"Token=1:a;Mode=webhook;WebhookUrl=https://x;WebhookSecret={new string('s', length)}";

        Assert.Equal(accepted, Xunit.Record.Exception(() => Read(settings)) is null);
    }

    [Fact]
    public void The_client_comes_out_of_the_container()
    {
        using var services = ServicesFor("Token=1:a");

        Assert.NotNull(services.GetRequiredService<BotApiClient>());
    }

    private static TelegramOptions Read(string settings)
    {
        using var services = ServicesFor(settings);
        return services.GetRequiredService<IOptions<TelegramOptions>>().Value;
    }

    private static ServiceProvider ServicesFor(string settings)
    {
        var pairs = settings
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(setting => setting.Split('=', 2))
            .Select(pair => KeyValuePair.Create("Telegram:" + pair[0], (string?)pair[1]));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(pairs).Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddBotApi()
            .BuildServiceProvider();
    }
}
