using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.OverTheWire;

public sealed class GroupTests
{
    private const long Group = -100500;

    [Fact]
    public async Task In_a_group_the_bot_only_shows_the_way_into_the_private_chat()
    {
        await using var stage = await Stage.OpenAndStart();
        stage.Playground.World.AddGroup(Group, "Кураторы Кузнецка");

        stage.Person(Stage.Coordinator).Phone.SendText("/status Кузнецк", Group);
        var answer = await stage.Playground.WaitForMessage(
            Group,
            said => said.FromBot,
            HostUnderTest.Patience
        );

        Assert.StartsWith("Здесь я не отвечаю", answer.Text);
        Assert.Contains("\"url\":\"https://t.me/", answer.ReplyMarkup);
        Assert.Null(Assert.Single(answer.Buttons()).Data);
    }
}
