using CuratorBot.Host.Tests.Support;
using CuratorBot.Playground.Faults;
using CuratorBot.Playground.Log;

namespace CuratorBot.Host.Tests.OverTheWire;

/// <summary>One host for all of these; each test has people of its own.</summary>
public sealed class HostWithFaults : IAsyncLifetime
{
    private Stage? _stage;

    internal Stage Stage => _stage!;

    public async Task InitializeAsync() => _stage = await Stage.OpenAndStart();

    public Task DisposeAsync() => _stage!.DisposeAsync().AsTask();
}

/// <summary>The Bot API refuses, fails or falls silent while the bot answers.</summary>
public sealed class SendingFaultTests(HostWithFaults host) : IClassFixture<HostWithFaults>
{
    private Stage Stage => host.Stage;

    [Fact]
    public async Task After_429_in_one_chat_that_chat_alone_waits_and_hears_everything_once()
    {
        var (one, other) = (Stage.Person(3001), Stage.Person(3002));
        var refused = await Refuse(one, seconds: 6);
        await other.Ask("/nosuch", Labels.UnknownCommand);
        Assert.Equal(0, one.CountOf(Labels.UnknownCommand));

        await one.Hear(Labels.UnknownCommand);
        AssertNothingWithin(6, refused, one.Account);
        await AssertSaidOnce(one);
        await AssertSaidOnce(other);
    }

    [Fact]
    public async Task After_429_in_a_second_chat_meanwhile_nobody_hears_anything_until_it_is_over()
    {
        var (one, other, third) = (Stage.Person(3011), Stage.Person(3012), Stage.Person(3013));
        await Refuse(one, seconds: 20);
        var refused = await Refuse(other, seconds: 3);
        third.Phone.SendText("/nosuch");
        foreach (var person in new[] { one, other, third })
            await person.Hear(Labels.UnknownCommand);

        AssertNothingWithin(3, refused);
        foreach (var person in new[] { one, other, third })
            await AssertSaidOnce(person);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    public async Task A_page_instead_of_an_answer_is_tried_again(int status)
    {
        var person = Stage.Person(3100 + status);
        Befall(person, new Fault { Kind = FaultKind.Answer, Status = status });
        await person.Ask("/nosuch", Labels.UnknownCommand);
        await AssertSaidOnce(person);
    }

    [Fact]
    public async Task A_connection_cut_before_the_message_was_taken_loses_nothing()
    {
        var person = Stage.Person(3003);
        Befall(person, new Fault { Kind = FaultKind.Drop });
        await person.Ask("/nosuch", Labels.UnknownCommand);
        await AssertSaidOnce(person);
    }

    [Theory]
    [InlineData(FaultKind.AcceptThenDrop)]
    [InlineData(FaultKind.Truncate)]
    public async Task An_answer_lost_on_the_way_costs_one_more_copy_at_most(FaultKind kind)
    {
        var person = Stage.Person(3010 + (int)kind);
        Befall(person, new Fault { Kind = kind });
        await person.Ask("/nosuch", Labels.UnknownCommand);
        await person.Ask("привет", Labels.Strangers);
        Assert.InRange(person.CountOf(Labels.UnknownCommand), 1, 2);
    }

    [Theory]
    [InlineData("/nosuch", Labels.UnknownCommand)] // only reads: stored when it is sent
    [InlineData("/start", "Согласие на обработку")]
    public async Task Where_the_answer_is_lost_at_every_try_there_are_two_copies(string text, string said)
    {
        var person = Stage.Person(3030 + text.Length);
        Befall(person, new Fault { Kind = FaultKind.AcceptThenDrop, Times = null });
        person.Phone.SendText(text);
        await Stage.Host.WaitForHealth(_ => SentTo(person.Account) == 2);
        Stage.Playground.Faults.Clear();
        await person.Ask("/nosuchagain", Labels.UnknownCommand);
        await Stage.Host.WaitUntilQuiet();

        Assert.Equal(2 + 1, SentTo(person.Account));
        Assert.InRange(person.CountOf(said), 2, 3);
    }

    [Fact]
    public async Task A_slow_answer_is_waited_for()
    {
        var person = Stage.Person(3004);
        Befall(person, new Fault { Kind = FaultKind.Delay, Delay = TimeSpan.FromSeconds(2) });
        await person.Ask("/nosuch", Labels.UnknownCommand);
        await AssertSaidOnce(person);
    }

    [Theory]
    [InlineData(3005, 403, "Forbidden: bot was blocked by the user")]
    [InlineData(3006, 400, "Bad Request: chat not found")]
    [InlineData(3007, 403, "Forbidden: user is deactivated")]
    public async Task Who_cannot_be_reached_is_left_in_peace_until_she_writes_again(
        long account,
        int status,
        string description
    )
    {
        var person = Stage.Person(account);
        await person.Ask("привет", Labels.Strangers);
        Befall(person, Refusal(status, description));
        person.Phone.SendText("/help");
        await Stage.Playground.Log.WaitFor(
            "sendMessage",
            request => request.ChatId == account && request.Status == status,
            HostUnderTest.Patience
        );
        await Stage.Host.WaitForHealth(_ => Stage.Stored().UnreachableBecause(account) is not null);
        await Stage.Host.WaitUntilQuiet();
        Assert.Equal(2, SentTo(account));

        await person.Ask("/nosuch", Labels.UnknownCommand);
        await Stage.Host.WaitForHealth(_ => Stage.Stored().UnreachableBecause(account) is null);
        await Stage.Host.WaitUntilQuiet();
        Assert.Equal(3, SentTo(account));
    }

    [Fact]
    public async Task A_group_that_moved_is_answered_once_under_its_new_number()
    {
        var person = Stage.Person(3008);
        Stage.Playground.World.AddGroup(-500, "Школы района");
        Stage.Playground.World.MigrateGroup(-500, -600);
        person.Phone.SendText("/help", chatId: -500);
        await Stage.Playground.WaitForMessage(-600, timeout: HostUnderTest.Patience);
        person.Phone.SendText("/help", chatId: -600);
        await Stage.Playground.WaitForMessage(
            -600,
            _ => Stage.Playground.World.Messages(-600).Count(said => said.FromBot) == 2,
            HostUnderTest.Patience
        );
        await Stage.Host.WaitUntilQuiet();
        Assert.Equal(2, Stage.Playground.World.Messages(-600).Count(said => said.FromBot));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_does_no_harm()
    {
        var person = Stage.Person(3009);
        await person.Ask("/start", "Согласие на обработку");
        const string Same =
            "Bad Request: message is not modified: specified new message content and reply markup are exactly "
            + "the same as a current content and reply markup of the message";
        Befall(person, Refusal(400, Same) with { Method = "editMessageText" });
        await person.Press("Согласен", "Кем вы работаете");
        await AssertOneAttempt("editMessageText", person);
    }

    [Fact]
    public async Task A_press_that_the_messenger_forgot_is_still_acted_on()
    {
        var person = Stage.Person(3020);
        await person.Ask("/start", "Согласие на обработку");
        Stage.Playground.Faults.Add(
            Refusal(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid"
            ) with
            {
                Method = "answerCallbackQuery",
            }
        );
        await person.Press("Согласен", "Кем вы работаете");
        await person.Press("Директор школы", "В каком вы городе");
    }

    private static Fault Refusal(int status, string description) =>
        new()
        {
            Kind = FaultKind.Answer,
            Status = status,
            ContentType = "application/json",
            Body = $$"""{"ok":false,"error_code":{{status}},"description":"{{description}}"}""",
        };

    private void Befall(Person person, Fault fault) =>
        Stage.Playground.Faults.Add(
            fault with
            {
                Method = fault.Method ?? "sendMessage",
                ChatId = person.Account,
            }
        );

    /// <summary>She asks, and the messenger refuses the answer.</summary>
    private async Task<RequestRecord> Refuse(Person person, int seconds)
    {
        Befall(person, new Fault { Kind = FaultKind.TooManyRequests, RetryAfter = seconds });
        person.Phone.SendText("/nosuch");
        return await Stage.Playground.Log.WaitFor(
            "sendMessage",
            request => request.ChatId == person.Account && request.Status == 429,
            HostUnderTest.Patience
        );
    }

    private void AssertNothingWithin(int seconds, RequestRecord refused, long? account = null) =>
        Assert.All(
            Stage
                .Playground.Log.Requests("sendMessage")
                .Where(sent => sent.Sequence > refused.Sequence && sent.ChatId == (account ?? sent.ChatId)),
            sent => Assert.True(sent.At - refused.At >= TimeSpan.FromSeconds(seconds))
        );

    private int SentTo(long account) =>
        Stage.Playground.Log.Requests("sendMessage").Count(request => request.ChatId == account);

    /// <summary>One answer, also after the next one, which comes behind whatever would still be repeated.</summary>
    private static async Task AssertSaidOnce(Person person)
    {
        await person.Ask("привет", Labels.Strangers);
        Assert.Equal(1, person.CountOf(Labels.UnknownCommand));
    }

    private async Task AssertOneAttempt(string method, Person person)
    {
        await Stage.Host.WaitUntilQuiet();
        Assert.Single(Stage.Playground.Log.Requests(method), request => request.ChatId == person.Account);
    }
}
