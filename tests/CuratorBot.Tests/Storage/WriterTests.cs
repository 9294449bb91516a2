using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.Messaging;
using CuratorBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Tests.Storage;

/// <summary>Whatever a piece of work does, the one writer goes on.</summary>
public sealed class WriterTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.Open();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData(13)] // full
    [InlineData(10)] // I/O error
    [InlineData(5)] // locked
    public async Task A_storage_error_as_EF_wraps_it_is_given_back_as_one_and_the_next_is_written(int code)
    {
        await Assert.ThrowsAsync<StorageException>(() =>
            Write(_ => throw new DbUpdateException("", new SqliteException("", code)))
        );
        await Write(Mark);

        Assert.True(await IsMarked());
    }

    [Fact]
    public async Task While_nothing_can_be_stored_it_is_known_and_once_something_is_it_is_forgotten()
    {
        await Assert.ThrowsAsync<StorageException>(() => Write(_ => throw new SqliteException("", 13)));

        var trouble = Assert.Single(Troubles.Now, trouble => trouble.Part == Parts.Writer);
        Assert.Equal(Severity.NeedsPerson, trouble.Severity);
        Assert.Contains("the disk is full", trouble.Reason);
        Assert.Single(_world.Log.Lines, line => line.Contains("Nothing can be stored"));

        for (var again = 0; again < 50; again++)
            await Assert.ThrowsAsync<StorageException>(() => Write(_ => throw new SqliteException("", 13)));
        Assert.Single(_world.Log.Lines, line => line.Contains("Nothing can be stored"));

        using var patience = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (
            ;
            Troubles.Now.Any(each => each.Part == Parts.Writer);
            await look.WaitForNextTickAsync(patience.Token)
        )
            await Write(scope =>
            {
                scope.Messages.MarkUnreachable("none", 0, "a write that changes the revision", World.Start);
                return Task.CompletedTask;
            });
        Assert.Single(_world.Log.Lines, line => line.Contains("takes writes again"));
    }

    [Fact]
    public async Task What_follows_a_commit_may_fail_and_all_else_that_follows_is_done()
    {
        var isDone = false;
        await Write(scope =>
        {
            scope.AfterCommit(() => throw new InvalidOperationException());
            scope.AfterCommit(() => isDone = true);
            return Mark(scope);
        });
        await Write(_ => Task.CompletedTask);

        Assert.True(isDone);
        Assert.True(await IsMarked());
        Assert.Contains(_world.Log.Lines, line => line.Contains("What follows a commit failed"));
    }

    [Fact]
    public async Task Marks_that_fail_are_undone_whole_and_their_listeners_may_fail_as_well()
    {
        var failed = new TaskCompletionSource<Exception>();
        _world.UnitOfWork.Post(
            marks =>
            {
                marks.MarkUnreachable("telegram", 1001, "half of the marks", World.Start);
                throw new FormatException();
            },
            committed: () => failed.SetException(new InvalidOperationException("committed")),
            failed: error =>
            {
                failed.SetResult(error);
                throw new InvalidOperationException();
            }
        );
        Assert.IsType<FormatException>(await failed.Task.WaitAsync(Patience));
        await Write(_ => Task.CompletedTask);

        Assert.Equal(
            0,
            await _world.Read(db =>
                db.ChannelAccounts.CountAsync(account => account.UnreachableBecause == "half of the marks")
            )
        );
    }

    [Fact]
    public async Task Only_what_needs_a_damaged_page_fails_also_among_others_that_share_its_commit()
    {
        await Damage("risk_factors");
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Write(_ =>
        {
            begun.SetResult();
            return gate.Task;
        });
        await begun.Task.WaitAsync(Patience); // while it waits, the others gather behind it
        var one = Persistently(Mark);
        var damaged = Write(async scope => await scope.Db.RiskFactors.ToListAsync());
        var other = Persistently(async scope => await scope.Db.Municipalities.CountAsync());
        gate.SetResult();

        await Task.WhenAll(first, one, other);
        await Assert.ThrowsAsync<DamagedDataException>(() => damaged);
        Assert.True(await IsMarked());
        Assert.Equal(
            Severity.NeedsPerson,
            Assert.Single(Troubles.Now, trouble => trouble.Part == WriterCondition.Damage).Severity
        );
    }

    private Troubles Troubles => _world.Services.GetRequiredService<Troubles>();

    private Task Write(Func<WriteScope, Task> work) => _world.UnitOfWork.Write(work).WaitAsync(Patience);

    /// <summary>As everybody does who wants something stored.</summary>
    private async Task Persistently(Func<WriteScope, Task> work)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (; ; patience.Token.ThrowIfCancellationRequested())
        {
            try
            {
                await Write(work);
                return;
            }
            catch (StorageException)
            {
                await Task.Yield();
            }
        }
    }

    private static Task Mark(WriteScope scope)
    {
        scope.Messages.MarkUnreachable("telegram", 1001, "marked", World.Start);
        return Task.CompletedTask;
    }

    private Task<bool> IsMarked() =>
        _world.Read(db => db.ChannelAccounts.AnyAsync(account => account.UnreachableBecause == "marked"));

    /// <summary>Writes over the first page of a table.</summary>
    private async Task Damage(string table)
    {
        long page;
        await using (
            var connection = new SqliteConnection($"Data Source={_world.DatabaseFile};Pooling=False")
        )
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT rootpage FROM sqlite_master WHERE name = '{table}'";
            page = (long)(await command.ExecuteScalarAsync())!;
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }
        await using var file = new FileStream(
            _world.DatabaseFile,
            FileMode.Open,
            FileAccess.Write,
            FileShare.ReadWrite
        );
        file.Position = (page - 1) * 4096;
        await file.WriteAsync(Enumerable.Repeat((byte)0xEE, 4096).ToArray());
    }
}
