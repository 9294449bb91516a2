using System.Globalization;
using CuratorBot.Host.CommandLine;

namespace CuratorBot.Host.Tests.CommandLine;

/// <summary>What is typed in haste never starts a second bot: it is done, explained or refused.</summary>
public sealed class HastyOperatorTests
{
    private static readonly string[] Names =
    [
        .. OperatorCommands.Describe(new OperatorData([])).Subcommands.Select(command => command.Name),
    ];

    public static TheoryData<string> CommandNames => [.. Names];

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    [InlineData("/?")]
    [InlineData("/h")]
    [InlineData("help")]
    public async Task Help_lists_every_command(params string[] typed)
    {
        var (code, said, complaints) = await Type(typed);

        Assert.Equal((ExitCodes.Ok, ""), (code, complaints));
        Assert.All(Names, name => Assert.Contains($"  {name} ", said));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("invite", "--role")]
    public async Task A_shell_of_another_language_changes_no_word(params string[] typed)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");

        var (_, said, complaints) = await Type(typed);

        Assert.DoesNotMatch(@"\p{IsCyrillic}", said + complaints);
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public async Task Every_command_explains_itself(string command)
    {
        string[][] ways =
        [
            [command, "--help"],
            [command, "-h"],
            ["help", command],
        ];
        foreach (var way in ways)
        {
            var (code, said, complaints) = await Type(way);
            Assert.Equal((ExitCodes.Ok, ""), (code, complaints));
            Assert.Contains($" {command} ", said);
        }
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("-v")]
    [InlineData("-V")]
    [InlineData("version")]
    public async Task The_version_is_one_line(params string[] typed)
    {
        var answer = await Type(typed);

        Assert.Equal((ExitCodes.Ok, $"CuratorBot {ProductVersion.Text}\n", ""), answer);
        Assert.Matches(@"^\d+\.\d+\.\d+(\+[0-9a-f]{9})?$", ProductVersion.Text);
    }

    [Theory]
    [InlineData("There is no command 'frobnicate'.\n", "frobnicate")]
    [InlineData("There is no command 'start'.\n", "start")]
    [InlineData("There is no command 'Invite'. Did you mean invite?", "Invite", "--role", "curator")]
    [InlineData("There is no command 'ivnite'. Did you mean invite?", "ivnite")]
    [InlineData("There is no command 'verify_audit'. Did you mean verify-audit?", "verify_audit")]
    [InlineData("There is no command 'import-school'. Did you mean import-schools?", "import-school")]
    [InlineData("'--hlep' is not understood here. Did you mean --help?", "--hlep")]
    [InlineData("'-x' is not understood here.", "-x")]
    [InlineData("There is no command ''.", "")]
    [InlineData("Option '--role' is required.\nUsage: invite --role ", "invite")]
    [InlineData("Required argument missing for option: '--role'.", "invite", "--role")]
    [InlineData("'curator' is not understood here.", "invite", "curator")]
    [InlineData("--role must be one of ", "invite", "--role", "king")]
    [InlineData("'Curator' is none. Did you mean curator?", "invite", "--role", "Curator")]
    [InlineData("'--rol' is not understood here. Did you mean --role?", "invite", "--rol", "curator")]
    [InlineData("--person must be an id, as list-people prints it.", "forget", "--person", "Barbara")]
    [InlineData("--person must be an id, as list-people prints it.", "forget", "--person", "-5")]
    [InlineData("--since must be a day such as 2026-01-31.", "list-people", "--since", "yesterday")]
    [InlineData("Usage: import-schools FILE [--apply]", "import-schools")]
    [InlineData("There is no file nosuch.xlsx.", "import-schools", "nosuch.xlsx", "--apply")]
    [InlineData("Did you mean --apply?", "import-roster", "/dev/null", "--aply")]
    [InlineData("--known must be NUMBER:HASH", "verify-audit", "--known", "yesterday")]
    public async Task What_is_not_understood_is_refused_with_what_was_meant(
        string expected,
        params string[] typed
    )
    {
        var (code, said, complaints) = await Type(typed);

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Equal("", said);
        Assert.Contains(expected, complaints);
        Assert.DoesNotContain("   at ", complaints);
    }

    [Fact]
    public void Settings_may_stand_anywhere_and_are_no_words_of_the_command()
    {
        var words = SettingWords.Split([
            "--Storage:DataDirectory=/srv/a=b",
            "invite",
            "--role",
            "curator",
            "--urls",
            "http://127.0.0.1:1",
            "Demo:Seed=true",
        ]);

        Assert.Equal(["invite", "--role", "curator"], words.Rest);
        Assert.Equal(
            ["--Storage:DataDirectory=/srv/a=b", "--urls=http://127.0.0.1:1", "--Demo:Seed=true"],
            words.Settings
        );
    }

    [Fact]
    public void A_setting_without_a_value_is_refused()
    {
        var refused = Assert.Throws<RefusedException>(() =>
            SettingWords.Split(["--Telegram:Token:1234567:secret"])
        );

        Assert.Equal(ExitCodes.Usage, refused.ExitCode);
        Assert.Contains("Telegram:Token has no value", refused.Message);
        Assert.DoesNotContain("secret", refused.Message);
    }

    private static async Task<(int Code, string Said, string Complaints)> Type(params string[] typed)
    {
        using StringWriter output = new() { NewLine = "\n" },
            errors = new() { NewLine = "\n" };
        var code = await OperatorCommands.Run(SettingWords.Split(typed), output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
