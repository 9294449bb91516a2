using CuratorBot.Data;
using CuratorBot.Files;
using CuratorBot.Messaging;
using CuratorBot.Tests.Sending;
using CuratorBot.Tests.Support;

namespace CuratorBot.Tests.Files;

public sealed class IncomingFilesTests : IDisposable
{
    private static readonly byte[] Content = [1, 2, 3];

    private readonly string _folder = Directory.CreateTempSubdirectory("curatorbot-files-").FullName;
    private readonly FakeChannel _channel = new();
    private readonly OutboxBench _bench = new();

    public void Dispose()
    {
        _bench.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_she_sent_is_in_the_store()
    {
        _channel.Files["a"] = Content;

        var fetched = Assert.IsType<FetchOutcome.Fetched>(await Fetch());

        Assert.Equal(3, fetched.File.Size);
        Assert.NotNull(new FileStore(_folder).Open(fetched.File.Path));
    }

    [Fact]
    public async Task A_file_above_the_limit_is_not_even_begun()
    {
        _channel.RefuseDownload = _ => throw new InvalidOperationException("It was begun.");

        Assert.IsType<FetchOutcome.TooBig>(await Fetch(size: 11));
    }

    [Fact]
    public async Task A_file_that_was_said_to_be_smaller_than_it_is_is_too_big_all_the_same()
    {
        _channel.Files["a"] = new byte[11];

        Assert.IsType<FetchOutcome.TooBig>(await Fetch());
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_failure_that_passes_is_not_hers_to_notice()
    {
        _channel.Files["a"] = Content;
        var tries = 0;
        _channel.RefuseDownload = _ =>
            ++tries switch
            {
                1 => new DownloadOutcome.Failed("time-out"),
                2 => new DownloadOutcome.RetryAfter(TimeSpan.FromSeconds(5)),
                _ => null,
            };

        Assert.IsType<FetchOutcome.Fetched>(await Fetch());
        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task What_fails_three_times_has_failed_and_leaves_nothing_behind()
    {
        var tries = 0;
        _channel.RefuseDownload = _ =>
        {
            tries++;
            return new DownloadOutcome.Failed("time-out");
        };

        Assert.IsType<FetchOutcome.Failed>(await Fetch());
        Assert.Equal(3, tries);
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_that_the_messenger_has_forgotten_is_asked_for_once() =>
        Assert.IsType<FetchOutcome.Gone>(await Fetch());

    private Task<FetchOutcome> Fetch(long size = 3) =>
        new IncomingFiles(
            [_channel],
            _bench.Outbox,
            new FileStore(_folder),
            new RealTime(new HastyTime())
        ).Fetch(
            _channel.Name,
            new IncomingFile("a", "a", "a.xlsx", null, size),
            Keeping.Briefly,
            limit: 10,
            CancellationToken.None
        );

    /// <summary>Every pause is over at once.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override ITimer CreateTimer(
            TimerCallback callback,
            object? state,
            TimeSpan dueTime,
            TimeSpan period
        ) => System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
