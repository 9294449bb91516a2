using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Seed;
using CuratorBot.Status;
using CuratorBot.Tests.Status.Documents;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CuratorBot.Tests.Status;

/// <summary>What «/status» costs: how often it reads, and that what it keeps is never out of date.</summary>
public sealed class AnswerCacheTests : IAsyncLifetime
{
    private const int MostReads = 7;

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly FrozenClock _clock = new(World.Start);
    private readonly TextCatalogue _texts = TextCatalogue.LoadRussian();
    private readonly MunicipalityAnswers _answers = new(new AnswerCache(), NoDocuments.Reads);
    private readonly List<string> _reads = [];

    private static readonly Asker Coordinator = new(
        1,
        "Марья Искусницына",
        Consented: true,
        [new HeldRole(Role.MunicipalCoordinator, null, "kuznetsk", null)],
        "Europe/Moscow"
    );

    private static readonly Asker Neighbour = Coordinator with
    {
        PersonId = 2,
        Roles = [new HeldRole(Role.MunicipalCoordinator, null, "penza", null)],
    };

    public async Task InitializeAsync()
    {
        await _connection.OpenAsync();
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        await new DemoSeed(new IdGenerator(_clock)).Write(db);
        _reads.Clear();
    }

    public async Task DisposeAsync() => await _connection.DisposeAsync();

    [Fact]
    public async Task One_answer_takes_few_reads_and_the_next_none()
    {
        var first = await Ask(Coordinator, revision: 1);
        Assert.InRange(_reads.Count, 1, MostReads);
        _reads.Clear();

        Assert.Same(first, await Ask(Coordinator, revision: 1));
        Assert.Empty(_reads);
    }

    [Fact]
    public async Task No_read_goes_through_a_whole_table()
    {
        await Ask(Coordinator, revision: 1);

        Assert.NotEmpty(_reads);
        foreach (var sql in _reads)
        foreach (var step in await QueryPlan.Of(_connection, sql, ["@id", "@today", "@most"]))
            Assert.DoesNotMatch("^SCAN", step);
    }

    [Fact]
    public async Task A_kept_answer_is_dropped_when_the_facts_move_on_or_the_day_ends()
    {
        var first = await Ask(Coordinator, revision: 1);
        Assert.NotSame(first, await Ask(Coordinator, revision: 2));

        var second = await Ask(Coordinator, revision: 2);
        _clock.Now = new DateTimeOffset(2022, 1, 17, 23, 59, 59, TimeSpan.FromHours(3));
        Assert.Same(second, await Ask(Coordinator, revision: 2));
        _clock.Now = new DateTimeOffset(2022, 1, 18, 0, 0, 0, TimeSpan.FromHours(3));
        var nextDay = await Ask(Coordinator, revision: 2);
        Assert.Contains("на 18 января 2022", nextDay!.Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_began_before_the_newest_facts_neither_uses_nor_keeps_an_answer()
    {
        var newest = await Ask(Coordinator, revision: 5);
        Assert.NotSame(newest, await Ask(Coordinator, revision: 4));
        Assert.Same(newest, await Ask(Coordinator, revision: 5));
    }

    [Fact]
    public async Task A_kept_answer_is_not_for_somebody_who_may_not_see_the_municipality()
    {
        Assert.NotNull(await Ask(Coordinator, revision: 1));
        Assert.Null(await Ask(Neighbour, revision: 1));
    }

    [Fact]
    public async Task The_same_kept_answer_is_a_new_message_each_time()
    {
        var kept = await Ask(Coordinator, revision: 1);
        var (first, second) = (kept!.Say(Turn(Coordinator, 1)), kept.Say(Turn(Coordinator, 1)));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(first.Text, second.Text);
    }

    private Task<KeptAnswer?> Ask(Asker who, long revision) => _answers.Find(Turn(who, revision), "kuznetsk");

    private readonly FrozenIds _ids = new(TimeProvider.System);

    private TurnContext Turn(Asker who, long revision) =>
        new(Open, _texts, _ids, _clock, new Catalogue([], []))
        {
            Message = new IncomingMessage
            {
                Channel = "telegram",
                AccountId = 1,
                ChatId = 1,
                MessageId = 1,
            },
            Known = who,
            Revision = revision,
        };

    private SqliteDb Open() =>
        new(
            new DbContextOptionsBuilder<SqliteDb>(SqliteConnections.OptionsFor(_connection))
                .LogTo(
                    (id, _) => id == RelationalEventId.CommandExecuted,
                    data => _reads.Add(((CommandExecutedEventData)data).Command.CommandText)
                )
                .Options
        );
}
