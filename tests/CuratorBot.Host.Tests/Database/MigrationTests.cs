using CuratorBot.Host.Database.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CuratorBot.Host.Tests.Database;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_make_exactly_the_tables_of_the_model()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var db = new SqliteDb(SqliteConnections.OptionsFor(connection));

        await db.Database.MigrateAsync();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Equal(0, await db.People.CountAsync());
    }

    [Fact]
    public async Task What_people_agreed_to_before_there_was_a_table_of_consents_is_kept()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var db = new SqliteDb(SqliteConnections.OptionsFor(connection));
        await db.GetService<IMigrator>().MigrateAsync("Initial");
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO people (Id, Name, FirstSeenAt, ConsentedAt, ConsentVersion, ConsentHash)
            VALUES (1, 'Варвара', 5, 7, '1', 'abc'), (2, NULL, 6, NULL, NULL, NULL)
            """
        );

        await db.Database.MigrateAsync();

        var consent = await db.Consents.SingleAsync();
        Assert.Equal((1, 1, "abc"), (consent.PersonId, consent.Version, consent.Hash));
        Assert.Equal(7, consent.GivenAt.ToUnixTimeMilliseconds());
        Assert.Equal(2, await db.People.CountAsync());
    }

    [Fact]
    public async Task A_draft_from_before_drafts_had_ids_goes_on_and_is_kept_for_thirty_days()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var db = new SqliteDb(SqliteConnections.OptionsFor(connection));
        await db.GetService<IMigrator>().MigrateAsync("Initial");
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO sessions (PersonId, Form, Version, Step, Sheet, Turn, Active, StartedAt, UpdatedAt)
            VALUES (1, 'report', 1, 'date', '{{}}', 3, 1, 5, 7), (1, 'join', 1, 'role', '{{}}', 1, 0, 5, 6)
            """
        );

        await db.Database.MigrateAsync();

        var drafts = await db.Sessions.OrderBy(row => row.UpdatedAt).ToListAsync();
        Assert.Equal([("join", 1), ("report", 3)], drafts.Select(draft => (draft.Form, draft.Turn)));
        Assert.True(drafts[1].Active);
        Assert.Equal(TimeSpan.FromDays(30), drafts[1].ExpiresAt - drafts[1].UpdatedAt);
        Assert.NotEqual(drafts[0].Id, drafts[1].Id);
    }

    [Fact]
    public async Task A_request_from_before_there_were_reminders_is_brought_to_mind_and_an_answered_one_has_its_time()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var db = new SqliteDb(SqliteConnections.OptionsFor(connection));
        await db.GetService<IMigrator>().MigrateAsync("HelpRequests");
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO help_requests (Id, SchoolId, Region, AskedBy, AskedAt, Text, AnsweredAt)
            VALUES (1, 's', 'r', 1, 1000, 'waits', NULL), (2, 's', 'r', 1, 1000, 'answered', 3601000)
            """
        );

        await db.Database.MigrateAsync();

        var requests = await db.HelpRequests.OrderBy(row => row.Id).ToListAsync();
        Assert.Equal(TimeSpan.FromDays(1), requests[0].RemindAt - requests[0].AskedAt);
        Assert.Equal([null, 60], requests.Select(row => row.AnsweredInMinutes));
        Assert.Null(requests[1].RemindAt);
    }
}
