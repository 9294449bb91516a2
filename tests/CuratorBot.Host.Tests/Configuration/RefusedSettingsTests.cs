using CuratorBot.Host.Configuration;
using Microsoft.Extensions.Configuration;

namespace CuratorBot.Host.Tests.Configuration;

/// <summary>Settings that nobody reads or that cannot be right are refused, all at once and without a secret.</summary>
public sealed class RefusedSettingsTests
{
    private const string Token = "1234567:kept-to-ourselves";

    public static TheoryData<string> EverySetting =>
        [
            .. SettingSections.All.SelectMany(section =>
                SettingSections.SettingsOf(section.Value).Select(one => $"{section.Key}:{one.Name}")
            ),
        ];

    [Theory]
    [MemberData(nameof(EverySetting))]
    public void A_setting_without_its_last_letter_is_refused_with_its_right_name(string key)
    {
        var typed = key[..^1];

        var problems = Refused((typed, "1"));

        Assert.Contains($"{typed} is no setting. Did you mean {key}?", problems);
    }

    [Theory]
    [MemberData(nameof(EverySetting))]
    public void A_setting_written_as_other_programs_do_is_refused_with_its_right_name(string key)
    {
        var typed = key.Replace(':', '_').ToUpperInvariant();

        var problems = Refused((typed, "1"));

        Assert.Contains(
            $"{typed} is not read by anything. As an environment variable it is {key.Replace(":", "__")}.",
            problems
        );
    }

    [Theory]
    [InlineData("TELEGRAM_TOKEN")]
    [InlineData("TELEGRAM_TOKN")]
    [InlineData("TELEGRAM_BOT_TOKEN")]
    [InlineData("BOT_TOKEN")]
    [InlineData("TelegramToken")]
    public void A_token_under_another_name_is_seen_and_never_told(string typed)
    {
        var problems = Refused((typed, Token));

        Assert.Contains(
            $"{typed} is not read by anything. As an environment variable it is Telegram__Token.",
            problems
        );
        Assert.DoesNotContain(problems, line => line.Contains("kept-to-ourselves"));
    }

    [Fact]
    public void A_section_that_is_misspelt_is_refused()
    {
        Assert.Contains(
            "Telegarm:… is no section of the settings. Did you mean Telegram?",
            Refused(("Telegarm:Token", Token))
        );
    }

    [Fact]
    public void What_belongs_to_others_is_left_alone()
    {
        HostSettings.ForBot(
            Configuration(
                ("PATH", "/bin"),
                ("Logging:LogLevel:Default", "Warning"),
                ("Kestrel:Limits:MaxRequestBodySize", "1"),
                ("TOKEN", "of something else"),
                ("SomeApp:Token", "x")
            )
        );
        HostSettings.ForBot(
            Configuration(("Telegram:Token", Token), ("TELEGRAM_BOT_TOKEN", "of another bot"))
        );
    }

    [Theory]
    [InlineData("Sending:MessagesPerSecond", "fast", "must be a number")]
    [InlineData("Sending:MessagesPerSecond", "25,5", "must be a number")]
    [InlineData("Sending:MessagesPerSecond", "NaN", "must be a number with an end")]
    [InlineData("Sending:MessagesPerSecond", "-1", "must not be below 0")]
    [InlineData("Sending:InFlight", "0", "must be above 0")]
    [InlineData("Sending:InFlight", "", "must be a whole number")]
    [InlineData("Limits:CommandsPerMinute", "12.5", "must be a whole number")]
    [InlineData("Limits:CommandsPerMinute", "99999999999", "must be a whole number")]
    [InlineData("Demo:Seed", "yes", "must be true or false")]
    [InlineData("Links:Check", "1", "must be true or false")]
    [InlineData("Telegram:Mode", "pull", "must be Polling or Webhook")]
    [InlineData("Telegram:Mode", "1", "must be Polling or Webhook")]
    [InlineData("Drafts:NudgeAfter", "3h", "must be a time as days.hours:minutes:seconds")]
    [InlineData("Drafts:NudgeAfter", "24:00:00", "is 24 days when written as '24:00:00'")]
    [InlineData("Drafts:NudgeAfter", "00:00:00", "the times must be above 0")]
    [InlineData("Drafts:NudgeAfter", "-1.00:00:00", "must not be below 0")]
    [InlineData("Retention:Roster", "10000000", "must not be longer than 36500 days")]
    [InlineData("Retention:AfterWithdrawal", "31", "30 days at most")]
    [InlineData("Retention:MessageTexts", "401", "must not be longer than Retention:Messages")]
    [InlineData("Invitations:ValidDays", "4000", "must be 3650 at most")]
    [InlineData("Advice:RemindAfter", "5", "each more than the one before")]
    [InlineData("Evidence:MostGigabytes", "0", "must be above 0")]
    [InlineData("Storage:Provider", "postgres", "must be sqlite")]
    [InlineData("Storage:DataDirectory", " ", "is empty")]
    [InlineData("Storage:ConnectionString", "Datum=x", "is none of SQLite")]
    [InlineData("Sending:InFlight:Most", "3", "is one setting and has no parts")]
    [InlineData("Urls", "localhost:5080", "is no address such as http://localhost:5080")]
    [InlineData("Urls", "http://localhost:99999", "is no address such as http://localhost:5080")]
    public void A_value_that_cannot_be_right_is_refused(string key, string value, string why)
    {
        var problems = Refused((key, value));

        Assert.Contains(problems, line => line.StartsWith(key.Split(':')[0]) && line.Contains(why));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_a_line_each()
    {
        var problems = Refused(
            ("Telegram:Token", "no-token-but-secret"),
            ("Sending:MessagesPerSecnd", "1"),
            ("Limits:PressesPerMinute", "many"),
            ("Review:AcceptAfter", "-1"),
            ("Demo:Seed", "maybe")
        );

        Assert.Equal(5, problems.Length);
        Assert.DoesNotContain(problems, line => line.Contains("no-token-but-secret"));
    }

    [Theory]
    [InlineData("Storage:DataDirectory", "/srv/data")]
    [InlineData("Telegram:Mode", "Polling")]
    [InlineData("Telegram:Token", "")]
    [InlineData("Playground:Enabled", "false")]
    public void Who_did_not_come_to_play_is_asked_for_the_token(string key, string value)
    {
        var problem = Assert.Single(Refused((key, value)));

        Assert.Matches("^Telegram:Token is (not set|empty)", problem);
        Assert.Contains("Playground:Enabled=true", problem);
    }

    [Fact]
    public void The_playground_opens_with_nothing_set_or_by_name()
    {
        Assert.True(HostSettings.ForBot(Configuration()).Playground);
        Assert.EndsWith("data/demo", HostSettings.ForBot(Configuration()).DataDirectory);
        var named = HostSettings.ForBot(
            Configuration(("Playground:Enabled", "true"), ("Storage:DataDirectory", "/srv/play"))
        );
        Assert.Equal((true, "/srv/play"), (named.Playground, named.DataDirectory));
        Assert.Single(Refused(("Playground:Enabled", "true"), ("Telegram:Token", Token)));
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://+:5080")]
    [InlineData("urls", "http://192.168.1.5:5080")]
    [InlineData("urls", "http://localhost:5080;http://*:80")]
    [InlineData("http_ports", "8080")]
    public void A_playground_lets_in_this_machine_only_unless_its_hosts_are_named(string key, string value)
    {
        Assert.Contains("lets others than this machine in", Assert.Single(Refused((key, value))));

        HostSettings.ForBot(Configuration((key, value), ("AllowedHosts", "demo.example.org")));
        HostSettings.ForBot(Configuration((key, value), ("Telegram:Token", Token)));
        HostSettings.ForBot(Configuration(("urls", "http://[::1]:1;http://127.0.0.2:2;http://localhost:3")));
    }

    [Fact]
    public void The_readme_names_every_setting()
    {
        var readme = File.ReadAllText(Support.Repository.File("README.md"));

        foreach (var (section, type) in SettingSections.All.Where(one => one.Key != "Retention"))
        foreach (var setting in SettingSections.SettingsOf(type))
            Assert.True(
                readme.Contains($"`{section}:{setting.Name}`"),
                $"{section}:{setting.Name} is not in README.md"
            );
    }

    private static string[] Refused(params (string Key, string Value)[] settings) =>
        Assert
            .Throws<SettingsRefused>(() => HostSettings.ForBot(Configuration(settings)))
            .Message.Split('\n');

    private static IConfiguration Configuration(params (string Key, string Value)[] settings)
    {
        var manager = new ConfigurationManager();
        manager.AddInMemoryCollection(
            settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))
        );
        return manager;
    }
}
