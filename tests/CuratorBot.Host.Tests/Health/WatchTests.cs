using CuratorBot.Condition;
using CuratorBot.Data;
using CuratorBot.Host.Health;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Sending;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace CuratorBot.Host.Tests.Health;

/// <summary>What is noticed of parts that say nothing themselves, in time that the test moves.</summary>
public sealed class WatchTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly RealTime _realTime;
    private readonly Troubles _troubles;
    private readonly Mock<IUnitOfWork> _unitOfWork = new();
    private readonly WriterProbe _probe;

    public WatchTests()
    {
        _realTime = new RealTime(_clock);
        _troubles = new Troubles(_realTime);
        _probe = new WriterProbe(_unitOfWork.Object, _troubles, _realTime);
    }

    [Fact]
    public async Task A_writer_that_hangs_needs_a_restart_and_is_asked_only_once()
    {
        var written = new TaskCompletionSource<int>();
        Writes(() => written.Task);
        _probe.Look();
        await Until(() => _unitOfWork.Invocations.Count > 0); // it writes on a thread of its own
        After(59);
        Assert.Empty(_troubles.Now);
        After(2);
        Assert.Equal(Severity.NeedsRestart, Assert.Single(_troubles.Now).Severity);
        After(600);
        _unitOfWork.Verify(
            one => one.Write(It.IsAny<Func<WriteScope, Task<int>>>(), It.IsAny<CancellationToken>()),
            Times.Once
        );

        written.SetResult(1);
        await Until(() => _troubles.Now.Count == 0);
    }

    [Fact]
    public void A_writer_that_waits_for_room_on_the_disk_is_not_restarted_for_it()
    {
        Writes(() => new TaskCompletionSource<int>().Task);
        _probe.Look();
        _troubles.Raise(Parts.Disk, Severity.NeedsPerson, "The disk is full.");
        After(61);

        Assert.DoesNotContain(_troubles.Now, trouble => trouble.Severity == Severity.NeedsRestart);
        Assert.Contains(_troubles.Now, trouble => trouble.Part == WriterProbe.Part);
    }

    [Fact]
    public async Task A_database_that_takes_no_write_needs_a_person_and_is_left_in_peace_for_a_minute()
    {
        var probes = 0;
        Exception? error = new StorageException("no", new IOException());
        Writes(() =>
        {
            probes++;
            return error is null ? Task.FromResult(1) : Task.FromException<int>(error);
        });
        _probe.Look();
        await Until(() => _troubles.Now is [{ Part: WriterProbe.Part, Severity: Severity.NeedsPerson }]);
        After(59);
        Assert.Equal(1, probes);

        error = null;
        After(2);
        await Until(() => _troubles.Now.Count == 0);
        Assert.Equal(2, probes);
    }

    [Fact]
    public void An_answer_that_nobody_gets_is_told_of_and_after_ten_minutes_a_person_must_look()
    {
        var answers = new UnstoredAnswers(_realTime);
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        answers.Note(first.Task);
        _clock.Advance(TimeSpan.FromSeconds(15));
        HealthWatch.LookAtAnswers(answers, _troubles);
        Assert.Empty(_troubles.Now);

        _clock.Advance(TimeSpan.FromMinutes(9) - TimeSpan.FromSeconds(15));
        answers.Note(second.Task);
        HealthWatch.LookAtAnswers(answers, _troubles);
        Assert.Equal(Severity.Passing, Assert.Single(_troubles.Now).Severity);

        _clock.Advance(TimeSpan.FromMinutes(2));
        HealthWatch.LookAtAnswers(answers, _troubles);
        var trouble = Assert.Single(_troubles.Now);
        Assert.Equal(Severity.NeedsPerson, trouble.Severity);
        Assert.StartsWith("2 answers wait to be sent, the oldest for 660 seconds", trouble.Reason);

        first.SetResult();
        HealthWatch.LookAtAnswers(answers, _troubles);
        Assert.Equal(Severity.Passing, Assert.Single(_troubles.Now).Severity);
        Assert.Equal((1, TimeSpan.FromMinutes(2)), (answers.Count, answers.OldestAge));

        second.SetResult();
        HealthWatch.LookAtAnswers(answers, _troubles);
        Assert.Empty(_troubles.Now);
    }

    [Fact]
    public async Task However_many_ask_a_database_that_hangs_one_question_is_under_way_and_all_are_answered()
    {
        using var hanging = new ManualResetEventSlim();
        var asked = 0;
        _unitOfWork
            .Setup(one => one.OpenForReading())
            .Returns(() =>
            {
                Interlocked.Increment(ref asked);
                hanging.Wait();
                throw new InvalidOperationException();
            });
        var look = new DatabaseLook(
            _unitOfWork.Object,
            new RealTime(TimeProvider.System),
            NullLogger<DatabaseLook>.Instance
        );

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => look.Ask()))
            .WaitAsync(TimeSpan.FromSeconds(60));
        hanging.Set();

        Assert.All(answers, Assert.Null);
        Assert.Equal(1, asked);
    }

    private void Writes(Func<Task<int>> outcome) =>
        _unitOfWork
            .Setup(one => one.Write(It.IsAny<Func<WriteScope, Task<int>>>(), It.IsAny<CancellationToken>()))
            .Returns(outcome);

    private void After(int seconds)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        _probe.Look();
    }

    private static async Task Until(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!holds())
            await tick.WaitForNextTickAsync(patience.Token);
    }
}
