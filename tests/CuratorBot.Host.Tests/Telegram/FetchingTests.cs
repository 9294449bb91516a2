using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Host.Telegram;
using CuratorBot.Host.Telegram.BotApi;
using Microsoft.Extensions.Time.Testing;

namespace CuratorBot.Host.Tests.Telegram;

public sealed class FetchingTests
{
    private static readonly BotApiFailure Conflict = new BotApiFailure.Rejected(409, "Conflict");
    private static readonly BotApiFailure Nobody = new BotApiFailure.NotSent("HostNotFound");

    private readonly FakeTimeProvider _clock = new();
    private readonly Troubles _troubles;
    private readonly Fetching _fetching;

    public FetchingTests()
    {
        _troubles = new Troubles(new RealTime(_clock));
        _fetching = new Fetching(_troubles, new RealTime(_clock));
    }

    [Fact]
    public void Five_minutes_without_an_answer_need_a_person_until_one_comes()
    {
        After(299, Nobody);
        Assert.Empty(_troubles.Now);
        After(2, Nobody);
        var trouble = Assert.Single(_troubles.Now);
        Assert.Equal((Parts.Fetching, Severity.NeedsPerson), (trouble.Part, trouble.Severity));
        Assert.Contains("NotSent", trouble.Reason);

        After(1, null);
        Assert.Empty(_troubles.Now);
    }

    [Fact]
    public void A_request_that_hangs_is_noticed_without_an_answer()
    {
        _clock.Advance(TimeSpan.FromMinutes(6));
        _fetching.Look();

        Assert.Equal(Parts.Fetching, Assert.Single(_troubles.Now).Part);
    }

    [Fact]
    public void One_conflict_is_an_accident_and_three_in_a_minute_are_another_reader()
    {
        After(0, Conflict);
        After(61, Conflict);
        After(5, Conflict);
        Assert.Empty(_troubles.Now);

        After(5, Conflict);
        Assert.Equal(
            ("fetching:another-reader", Severity.NeedsPerson),
            Assert.Single(_troubles.Now.Select(trouble => (trouble.Part, trouble.Severity)))
        );
    }

    [Fact]
    public void Between_two_readers_who_take_turns_a_success_proves_nothing()
    {
        After(0, Conflict);
        After(5, Conflict);
        After(5, Conflict);
        After(5, null);
        Assert.Single(_troubles.Now);

        After(61, null);
        Assert.Empty(_troubles.Now);
    }

    private void After(int seconds, BotApiFailure? failure)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        _fetching.Note(failure);
        _fetching.Look();
    }
}
