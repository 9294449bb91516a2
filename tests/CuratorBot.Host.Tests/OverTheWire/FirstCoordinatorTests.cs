using System.Text.RegularExpressions;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Playground;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The operator lets in the first coordinator from the command line, while the host runs.</summary>
public sealed partial class FirstCoordinatorTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_invitation_from_the_command_line_makes_a_regional_coordinator(bool byLink)
    {
        await using var stage = await Stage.Open(
            new() { ["Demo__Seed"] = "false" },
            new PlaygroundOptions { BotUsername = "school_curator_bot" }
        );
        await stage.Start();
        await using var invite = stage.Launch(null, null, "invite", "--role", "regional-coordinator");
        Assert.Equal(0, await invite.WaitForExit());
        var link = Link().Match(invite.Output);
        var code = Code().Match(invite.Output);
        Assert.True(link.Success && code.Success, invite.Output);

        var newcomer = stage.Person(4001);
        if (byLink)
            await newcomer.Ask($"/start {link.Groups[1].Value}", "Согласие на обработку");
        else
            await ByCode(newcomer, code.Groups[1].Value);
        await newcomer.Press("Согласен", "Как к вам обращаться");
        await newcomer.Ask("Никита Первый", Labels.Welcome);
        var me = await newcomer.Ask("/me", "Никита Первый");

        Assert.Contains("егиональный координатор", me.Text);
        await stage.Host.Stop();
        Assert.Equal(1, stage.Stored().RolesOf(4001));
    }

    [Fact]
    public async Task A_call_with_wrong_words_explains_itself_and_fails()
    {
        await using var stage = await Stage.Open();
        await using var invite = stage.Launch(null, null, "invite", "--role", "king");

        Assert.Equal(2, await invite.WaitForExit());
        Assert.Contains("regional-coordinator", invite.Output);
    }

    private static async Task ByCode(Person newcomer, string code)
    {
        await newcomer.Ask("/start", "Согласие на обработку");
        newcomer.Phone.SendText(code);
        await newcomer.Hear("Согласие на обработку", newcomer.Heard[^1].MessageId);
    }

    [GeneratedRegex(@"Link: https://t\.me/school_curator_bot\?start=(\w+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"Code: (\w{4}-\w{4}-\w{4})")]
    private static partial Regex Code();
}
