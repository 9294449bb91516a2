using System.Linq.Expressions;
using CuratorBot.Data;
using CuratorBot.Files;
using CuratorBot.Messaging;
using CuratorBot.Tests.Sending;
using Moq;

namespace CuratorBot.Tests.Files;

public sealed class IncomingFilesTests : IDisposable
{
    private const int Limit = 10;

    private static readonly Expression<Func<IChannel, ValueTask<DownloadOutcome>>> Download = channel =>
        channel.Download("a", It.IsAny<Stream>(), Limit, It.IsAny<CancellationToken>());

    private readonly string _folder = Directory.CreateTempSubdirectory("curatorbot-files-").FullName;
    private readonly Mock<IChannel> _channel = new(MockBehavior.Strict);
    private readonly OutboxBench _bench = new();

    public IncomingFilesTests() => _channel.Setup(channel => channel.Name).Returns(_bench.Channel.Name);

    public void Dispose()
    {
        _bench.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_she_sent_is_in_the_store()
    {
        Writes(3, new DownloadOutcome.Done(3));

        var fetched = Assert.IsType<FetchOutcome.Fetched>(await Fetch());

        Assert.Equal(3, fetched.File.Size);
        Assert.NotNull(new FileStore(_folder).Open(fetched.File.Path));
    }

    [Fact]
    public async Task A_file_above_the_limit_is_not_even_begun()
    {
        Assert.IsType<FetchOutcome.TooBig>(await Fetch(size: Limit + 1));
        _channel.Verify(Download, Times.Never);
    }

    [Fact]
    public async Task A_file_that_was_said_to_be_smaller_than_it_is_is_too_big_all_the_same()
    {
        Writes(Limit, new DownloadOutcome.TooBig());

        Assert.IsType<FetchOutcome.TooBig>(await Fetch());
        _channel.Verify(Download, Times.Once);
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_failure_that_passes_is_not_hers_to_notice()
    {
        _channel
            .SetupSequence(Download)
            .ReturnsAsync(new DownloadOutcome.Failed("time-out"))
            .ReturnsAsync(new DownloadOutcome.RetryAfter(TimeSpan.FromSeconds(5)))
            .ReturnsAsync(new DownloadOutcome.Done(0));

        Assert.IsType<FetchOutcome.Fetched>(await Fetch());
        _channel.Verify(Download, Times.Exactly(3));
    }

    [Fact]
    public async Task What_fails_three_times_has_failed_and_leaves_nothing_behind()
    {
        Writes(2, new DownloadOutcome.Failed("time-out"));

        Assert.IsType<FetchOutcome.Failed>(await Fetch());
        _channel.Verify(Download, Times.Exactly(3));
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_that_the_messenger_has_forgotten_is_asked_for_once()
    {
        _channel.Setup(Download).ReturnsAsync(new DownloadOutcome.Gone());

        Assert.IsType<FetchOutcome.Gone>(await Fetch());
        _channel.Verify(Download, Times.Once);
    }

    /// <summary>So many bytes arrive before it ends so.</summary>
    private void Writes(int bytes, DownloadOutcome outcome) =>
        _channel
            .Setup(Download)
            .Returns(
                async (string _, Stream target, long _, CancellationToken cancellation) =>
                {
                    await target.WriteAsync(new byte[bytes], cancellation);
                    return outcome;
                }
            );

    private Task<FetchOutcome> Fetch(long size = 3) =>
        new IncomingFiles(
            [_channel.Object],
            _bench.Outbox,
            new FileStore(_folder),
            new RealTime(new HastyTime())
        ).Fetch(
            _channel.Object.Name,
            new IncomingFile("a", "a", "a.xlsx", null, size),
            Keeping.Briefly,
            Limit,
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
