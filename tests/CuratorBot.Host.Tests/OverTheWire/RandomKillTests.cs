using System.Globalization;
using CuratorBot.Host.Tests.Support;
using Xunit.Abstractions;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>
/// Twenty people write while the host is killed again and again: ten times, or as often as CURATORBOT_TEST_KILLS says.
/// </summary>
public sealed class RandomKillTests(ITestOutputHelper output)
{
    private const int People = 20;
    private const int InFlight = 3;

    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("CURATORBOT_TEST_KILLS") ?? "10",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task Kills_lose_no_update_keep_every_chat_in_order_and_repeat_little()
    {
        var dice = Dice.Throw();
        output.WriteLine($"CURATORBOT_TEST_SEED={dice.Seed}");
        await using var stage = await Stage.OpenAndStart();
        var people = Enumerable.Range(0, People).Select(place => stage.Person(5000 + place)).ToList();
        await Task.WhenAll(people.Select(AskForMunicipality));

        for (var kill = 0; kill < Kills; kill++)
        {
            var sentBefore = stage.Playground.Log.Count("sendMessage");
            foreach (var person in people)
            {
                // The first only reads, the second writes: their answers take different ways to the chat.
                person.Phone.SendText("/nosuch");
                person.Phone.SendText(Place(kill));
            }
            await stage.Playground.Log.WaitForCount(
                "sendMessage",
                sentBefore + 1 + dice.Below(2 * People),
                HostUnderTest.Patience
            );
            await stage.Host.Kill();
            await stage.Start();
            // A newer state of a draft is said instead of an older one that still waits.
            await stage.Host.WaitUntilQuiet();
        }
        await Task.WhenAll(people.Select(person => person.Ask("Конец", "«Конец»")));
        await stage.Host.WaitUntilQuiet();
        await stage.Host.Stop();

        var repetitions = people.Sum(person => AssertInOrder(Answers(person)));
        output.WriteLine($"{repetitions} repetitions");
        Assert.InRange(repetitions, 0, InFlight * Kills);
        Assert.Equal(0, stage.Stored().WaitingInbox);
        Assert.Equal(0, stage.Stored().WaitingOutbox);
        Assert.Equal(0, stage.Stored().Count("inbox WHERE State = 2"));
    }

    private static string Place(int number) => $"Ничейск {number}";

    private static async Task AskForMunicipality(Person person)
    {
        await person.Ask("/start", "Согласие на обработку");
        await person.Press("Согласен", "Кем вы работаете");
        await person.Press("Директор школы", "В каком вы городе");
    }

    /// <summary>What was answered, in short: /nosuch, Ничейск 4, /nosuch, …</summary>
    private static List<string> Answers(Person person) =>
        [
            .. person
                .Heard.Select(said => said.Text!)
                .Select(text =>
                    text.Contains(Labels.UnknownCommand) ? "/nosuch"
                    : text.Contains("«Конец»") ? "Конец"
                    : Enumerable
                        .Range(0, Kills)
                        .Select(Place)
                        .FirstOrDefault(place => text.Contains($"«{place}»"))
                )
                .OfType<string>(),
        ];

    /// <summary>
    /// Every answer in its turn; a kill may take a chat back by as many as were under way. Returns how many
    /// came again.
    /// </summary>
    private static int AssertInOrder(List<string> answers)
    {
        List<string> expected =
        [
            .. Enumerable.Range(0, Kills).SelectMany(kill => new[] { "/nosuch", Place(kill) }),
            "Конец",
        ];
        var next = 0;
        foreach (var answer in answers)
        {
            if (next < expected.Count && answer == expected[next])
            {
                next++;
                continue;
            }
            var back = Enumerable
                .Range(1, InFlight)
                .FirstOrDefault(by => next >= by && expected[next - by] == answer);
            Assert.True(back > 0, $"«{answer}» is out of order in {string.Join(", ", answers)}");
            next -= back - 1;
        }
        Assert.Equal(expected.Count, next);
        return answers.Count - expected.Count;
    }
}
