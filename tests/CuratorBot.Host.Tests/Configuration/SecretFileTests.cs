using CuratorBot.Host.Configuration;
using Microsoft.Extensions.Configuration;

namespace CuratorBot.Host.Tests.Configuration;

/// <summary>A secret may come from a file; one that is not there, empty or too much is refused and never told.</summary>
public sealed class SecretFileTests : IDisposable
{
    private const string Token = "1234567:AAsecret-of-the-file";
    private readonly string _folder = Directory.CreateTempSubdirectory("curatorbot-secret-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Token)]
    [InlineData(Token + "\n")]
    [InlineData("\uFEFF" + Token + "\r\n\n")]
    public void A_token_is_read_without_the_end_of_its_line(string content)
    {
        var configuration = Configuration(("Telegram:Token_FILE", Write(content)));

        var settings = HostSettings.ForBot(configuration);

        Assert.False(settings.Playground);
        Assert.Equal(Token, configuration["Telegram:Token"]);
    }

    [Fact]
    public void The_secret_of_the_webhook_is_read_too()
    {
        var configuration = Configuration(
            ("Telegram:Token", Token),
            ("Telegram:Mode", "webhook"),
            ("Telegram:WebhookUrl", "https://bot.example.org/hook"),
            ("Telegram:WebhookSecret_FILE", Write("s3cret\n"))
        );

        HostSettings.ForBot(configuration);

        Assert.Equal("s3cret", configuration["Telegram:WebhookSecret"]);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n\n", "is empty")]
    [InlineData("Telegram__Token=" + Token, "is not a bot token")]
    [InlineData(Token + "\n" + Token, "is not a bot token")]
    public void What_is_no_secret_is_refused(string content, string why)
    {
        var refused = Refused(("Telegram:Token_FILE", Write(content)));

        Assert.Contains(why, refused);
        Assert.DoesNotContain("secret-of-the-file", refused);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_refused()
    {
        Assert.Contains(
            "there is no file",
            Refused(("Telegram:Token_FILE", Path.Combine(_folder, "nosuch")))
        );
        Assert.Contains("there is no file", Refused(("Telegram:Token_FILE", "/nosuch/token")));
        Assert.Contains("is a directory", Refused(("Telegram:Token_FILE", _folder)));
        Assert.Contains("no file is named", Refused(("Telegram:Token_FILE", "")));
        Assert.Contains(
            "too long for a secret",
            Refused(("Telegram:Token_FILE", Write(new string('x', 5000))))
        );
        // Not even root may read the memory of no process.
        Assert.Contains("cannot be read by the user", Refused(("Telegram:Token_FILE", "/proc/self/mem")));
    }

    [Fact]
    public void Both_ways_at_once_are_refused()
    {
        var refused = Refused(("Telegram:Token", Token), ("Telegram:Token_FILE", Write(Token)));

        Assert.Contains("Telegram:Token and Telegram:Token_FILE are both set", refused);
        Assert.DoesNotContain("secret-of-the-file", refused);
    }

    private string Write(string content)
    {
        var file = Path.Combine(_folder, "token");
        File.WriteAllText(file, content);
        return file;
    }

    private static string Refused(params (string Key, string Value)[] settings) =>
        Assert.Throws<SettingsRefused>(() => HostSettings.ForBot(Configuration(settings))).Message;

    private static ConfigurationManager Configuration(params (string Key, string Value)[] settings)
    {
        var manager = new ConfigurationManager();
        manager.AddInMemoryCollection(
            settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))
        );
        return manager;
    }
}
