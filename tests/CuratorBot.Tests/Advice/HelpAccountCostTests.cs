using System.Data.Common;
using CuratorBot.Advice;
using CuratorBot.Conversations.Turns;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Tests.Support;
using CuratorBot.Texts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CuratorBot.Tests.Advice;

/// <summary>The account of a year reads that year of her place, however many years and places lie beside it.</summary>
public sealed class HelpAccountCostTests : IAsyncLifetime
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly List<(string Sql, string[] Parameters)> _reads = [];

    public async Task InitializeAsync()
    {
        await _connection.OpenAsync();
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        _reads.Clear();
    }

    public async Task DisposeAsync() => await _connection.DisposeAsync();

    [Theory]
    [InlineData(Role.MunicipalCoordinator, "kuznetsk", null)]
    [InlineData(Role.RegionalCoordinator, null, "Пензенская область")]
    [InlineData(Role.RegionalCoordinator, null, null)]
    public async Task No_read_goes_through_all_requests(Role role, string? municipality, string? region)
    {
        await using var db = Open();
        await HelpAccount.Read(TurnOf(db, new HeldRole(role, null, municipality, region)));

        Assert.NotEmpty(_reads);
        foreach (var (sql, parameters) in _reads)
        foreach (var step in await QueryPlan.Of(_connection, sql, parameters))
            Assert.DoesNotMatch(@"^SCAN h\d*\b(?!.*IX_help_requests_waiting)", step);
    }

    private static TurnContext TurnOf(SqliteDb db, HeldRole held) =>
        new(
            () => db,
            TextCatalogue.LoadRussian(),
            new FrozenIds(TimeProvider.System),
            new FrozenClock(World.Start),
            new Catalogue([], [])
        )
        {
            Message = new IncomingMessage
            {
                Channel = "telegram",
                AccountId = 1,
                ChatId = 1,
            },
            Known = new Asker(1, "Марья Искусницына", Consented: true, [held], "Europe/Moscow"),
            Revision = 1,
        };

    private SqliteDb Open() =>
        new(
            new DbContextOptionsBuilder<SqliteDb>(SqliteConnections.OptionsFor(_connection))
                .LogTo(
                    (id, _) => id == RelationalEventId.CommandExecuted,
                    data => Note(((CommandExecutedEventData)data).Command)
                )
                .Options
        );

    private void Note(DbCommand command) =>
        _reads.Add(
            (
                command.CommandText,
                [.. command.Parameters.Cast<DbParameter>().Select(one => one.ParameterName)]
            )
        );
}
