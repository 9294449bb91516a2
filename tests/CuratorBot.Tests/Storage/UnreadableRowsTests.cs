using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Storage;

/// <summary>A row that nobody can read is put aside with its text; the bot starts, and everybody else is served.</summary>
public sealed class UnreadableRowsTests : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.Open();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("{\"Channel\":\"fake\",")]
    [InlineData("no JSON at all")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("{\"Channel\":\"fake\",\"AccountId\":1001,\"ChatId\":1001,\"Kind\":99}")]
    [InlineData("{\"Channel\":null,\"AccountId\":1001,\"ChatId\":1001}")]
    [InlineData(null)]
    public async Task In_the_inbox(string? body)
    {
        await Run(
            """
            INSERT INTO inbox (Channel, Epoch, UpdateId, AccountId, Body, State, Attempts, ReceivedAt)
            VALUES ('fake', 1, 50, 1001, $body, 0, 0, 0)
            """,
            body
        );
        await _world.Restart();
        await _world.Settle();

        var row = await _world.Read(db => db.Inbox.SingleAsync(one => one.UpdateId == 50));
        Assert.Equal(InboxState.Parked, row.State);
        Assert.Equal(body, row.Body);
        Assert.False(string.IsNullOrEmpty(row.Error));
        Assert.Contains(_world.Log.Lines, line => line.Contains("put aside with its text"));
        await new Phone(_world, 1001).Says("/help");
        Assert.NotEmpty(_world.Channel.Heard);
    }

    [Theory]
    [InlineData("{\"Id\":77,")]
    [InlineData("no JSON at all")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"Id\":77,\"Kind\":99}")]
    [InlineData("{\"Id\":77,\"Text\":17}")]
    public async Task In_the_outbox(string body)
    {
        await Run(
            """
            INSERT INTO outbox (Id, Channel, ChatId, Lane, Body, State, Attempts, MayHaveArrived, CreatedAt, IsBare)
            VALUES (77, 'fake', 1001, 0, $body, 0, 0, 0, 0, 0)
            """,
            body
        );
        await _world.Restart();
        await _world.Settle();

        var row = await _world.Read(db => db.Outbox.SingleAsync(one => one.Id == 77));
        Assert.Equal(OutboxState.Failed, row.State);
        Assert.Equal(body, row.Body);
        Assert.False(string.IsNullOrEmpty(row.Error));
        await new Phone(_world, 1001).Says("/help");
        Assert.NotEmpty(_world.Channel.Heard);
    }

    private async Task Run(string sql, string? body)
    {
        await using var connection = new SqliteConnection($"Data Source={_world.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql.Replace("'fake'", $"'{_world.Channel.Name}'", StringComparison.Ordinal);
        command.Parameters.AddWithValue("$body", (object?)body ?? DBNull.Value);
        await command.ExecuteNonQueryAsync();
    }
}
