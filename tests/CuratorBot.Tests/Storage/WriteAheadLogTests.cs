using System.Diagnostics;
using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CuratorBot.Tests.Storage;

/// <summary>A reader that stays lets the write-ahead log grow; it is cut off once she has gone.</summary>
public sealed class WriteAheadLogTests : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.Open();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task What_grew_while_somebody_read_is_cut_off_once_she_has_ended()
    {
        using (Read())
        {
            for (var megabyte = 0; megabyte < 24; megabyte++)
                await Store(1 << 20);
            Assert.True(Length > WriteAheadLog.Usual);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (; Length > WriteAheadLog.Usual; await look.WaitForNextTickAsync(patience.Token))
            await Store(10);
    }

    [Fact]
    public async Task Nobody_waits_for_a_reader_that_stays_also_where_somebody_was_forgotten()
    {
        using (Read())
        {
            await Store(10, leavesNoTrace: true);
            var begun = Stopwatch.GetTimestamp();
            for (var write = 0; write < 20; write++)
                await Store(10);
            Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(30));
            Assert.True(Length > 0);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (; Length > 0; await look.WaitForNextTickAsync(patience.Token))
            await _world.UnitOfWork.Write(_ => Task.CompletedTask);
    }

    [Fact]
    public async Task A_log_that_stays_too_long_is_told_until_it_is_short_again()
    {
        var troubles = new Troubles(new RealTime(TimeProvider.System));
        var file = $"{_world.DataDirectory}.db";
        var log = new WriteAheadLog(file, new RealTime(TimeProvider.System), troubles);
        await using var elsewhere = new SqliteConnection("Data Source=:memory:");
        await elsewhere.OpenAsync();
        await using var stream = File.Create($"{file}-wal", bufferSize: 1, FileOptions.DeleteOnClose);

        stream.SetLength(256L << 20);
        log.Tend(elsewhere);
        Assert.Empty(troubles.Now);
        stream.SetLength((256L << 20) + 1);
        log.Tend(elsewhere);
        Assert.Equal(Severity.NeedsPerson, Assert.Single(troubles.Now).Severity);
        stream.SetLength(100);
        log.Tend(elsewhere);
        Assert.Empty(troubles.Now);
    }

    private long Length => new FileInfo($"{_world.DatabaseFile}-wal").Length;

    private Task Store(int letters, bool leavesNoTrace = false) =>
        _world.UnitOfWork.Write(scope =>
        {
            scope.Db.LeavesNoTrace = leavesNoTrace;
            scope.Messages.Add(
                new OutboxRow
                {
                    Id = _world.Ids.Next(),
                    Channel = "telegram",
                    ChatId = 1,
                    Lane = Lane.Reply,
                    Body = new string('x', letters),
                    State = OutboxState.Sent,
                    CreatedAt = World.Start,
                }
            );
            return Task.CompletedTask;
        });

    /// <summary>Somebody who has the database open and does not come to an end.</summary>
    private SqliteConnection Read()
    {
        var reader = new SqliteConnection($"Data Source={_world.DatabaseFile};Pooling=False");
        reader.Open();
        using var begin = reader.CreateCommand();
        begin.CommandText = "BEGIN; SELECT COUNT(*) FROM revision";
        begin.ExecuteNonQuery();
        return reader;
    }
}
