using CuratorBot.Host.Tests.Support;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>The operator follows a written request, and names those whose data have leaked.</summary>
public sealed class PersonalDataCommandTests
{
    [Fact]
    public async Task Who_asks_on_paper_is_forgotten_by_the_bot_when_it_next_looks()
    {
        await using var stage = await Stage.OpenAndStart();
        var curator = IdOf(stage, "Варвара Примерова");
        await using (var forget = stage.Launch(null, null, "forget", "--person", curator))
            Assert.Equal(0, await forget.WaitForExit());

        await stage.Host.Stop();
        await stage.Start();
        await stage.Person(Stage.Coordinator).Hear("Участник покинул проект");
        await stage.Host.WaitUntilQuiet();
        await stage.Host.Stop();

        Assert.Equal(0, stage.Stored().Count("people WHERE Name = 'Варвара Примерова'"));
        Assert.Equal(0, stage.Stored().Count($"channel_accounts WHERE AccountId = {Stage.Curator}"));
        await using var again = stage.Launch(null, null, "forget", "--person", curator);
        Assert.Equal(2, await again.WaitForExit());
    }

    [Fact]
    public async Task The_last_regional_coordinator_is_kept_until_there_is_a_successor()
    {
        await using var stage = await Stage.OpenAndStart();
        await using var forget = stage.Launch(
            null,
            null,
            "forget",
            "--person",
            IdOf(stage, "Никита Выдумкин")
        );

        Assert.Equal(2, await forget.WaitForExit());
        Assert.Contains("Invite a successor first", forget.Output);
    }

    [Fact]
    public async Task Everybody_whose_data_are_held_is_listed_by_the_last_change()
    {
        await using var stage = await Stage.OpenAndStart();
        await using var all = stage.Launch(null, null, "list-people");
        Assert.Equal(0, await all.WaitForExit());
        await using var late = stage.Launch(null, null, "list-people", "--since", "2030-01-01");
        Assert.Equal(0, await late.WaitForExit());

        Assert.Contains("member\tВасилиса Премудрова", all.Output);
        Assert.Equal(5, all.Output.Split('\n').Count(line => line.Contains("\tmember\t")));
        Assert.DoesNotContain("member", late.Output);
    }

    [Theory]
    [InlineData("forget")]
    [InlineData("forget", "--person", "Варвара")]
    [InlineData("list-people", "--since", "вчера")]
    public async Task A_call_with_wrong_words_explains_itself_and_fails(params string[] arguments)
    {
        await using var stage = await Stage.Open();
        await using var call = stage.Launch(null, null, arguments);

        Assert.Equal(2, await call.WaitForExit());
        Assert.Contains(arguments[0], call.Output);
    }

    private static string IdOf(Stage stage, string name) =>
        $"{stage.Stored().Ask($"SELECT Id FROM people WHERE Name = '{name}'").Single()[0]}";
}
