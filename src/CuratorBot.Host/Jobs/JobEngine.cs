using System.Linq.Expressions;
using CuratorBot.Data;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.Logging;
using Hangfire.Server;
using Hangfire.States;

namespace CuratorBot.Host.Jobs;

/// <summary>
/// Hangfire as this host uses it: its store, what is woken again and again, and the threads that work. Nothing of it
/// is static, so several hosts may live in one process; only the parts are started that go by a time that never goes
/// back, and no retries: an error is told by us, and the next look is the next try.
/// </summary>
internal sealed class JobEngine : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>There is but this one server, so none is looked for that has died.</summary>
    private static readonly TimeSpan NoOther = TimeSpan.FromHours(24);

    private readonly SteadyTime _time;
    private readonly SteadyStorage _storage;
    private readonly JobActivator _activator;
    private readonly JobFilterCollection _filters = new();
    private readonly RecurringJobManager _recurring;
    private readonly BackgroundJobClient _client;
    private readonly TimeSpan _poll;

    /// <param name="poll">How often it is looked what is to be woken; every second when null.</param>
    public JobEngine(
        RealTime realTime,
        IServiceScopeFactory scopes,
        ILoggerFactory logs,
        TimeSpan? poll = null
    )
    {
        LogProvider.SetCurrentLogProvider(new AspNetCoreLogProvider(logs));
        _filters.Add(
            new AutomaticRetryAttribute { Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete }
        );
        _filters.Add(new StatisticsHistoryAttribute());
        _poll = poll ?? Poll;
        _time = new SteadyTime(realTime);
        _storage = new SteadyStorage();
        _activator = new AspNetCoreJobActivator(scopes);
        _client = new BackgroundJobClient(_storage, _filters);
        _recurring = new RecurringJobManager(
            _storage,
            _filters,
            new DefaultTimeZoneResolver(),
            () => _time.UtcNow
        );
    }

    public JobStorage Storage => _storage;

    /// <summary>Runs it at once, and then as <paramref name="cron"/> says, in UTC.</summary>
    public void Every<TJobs>(string name, string cron, string queue, Expression<Func<TJobs, Task>> work)
    {
        _recurring.AddOrUpdate(name, Job.FromExpression(work, queue), cron, new RecurringJobOptions());
        _recurring.TriggerJob(name);
    }

    /// <summary>Runs it once, as soon as a thread of the queue is free.</summary>
    public void Once<TJobs>(string queue, Expression<Func<TJobs, Task>> work) =>
        _client.Create(Job.FromExpression(work, queue), new EnqueuedState());

    /// <param name="workers">By queue, how many jobs of it may run at a time.</param>
    /// <returns>What runs until it is stopped; it stops with what it works at once that heeds its token.</returns>
    public BackgroundProcessingServer Start(params IReadOnlyList<(string Queue, int Count)> workers)
    {
        var performer = new BackgroundJobPerformer(_filters, _activator);
        var changer = new BackgroundJobStateChanger(_filters);
        return new BackgroundProcessingServer(
            _storage,
            [
                new RecurringJobScheduler(
                    new BackgroundJobFactory(_filters),
                    _poll,
                    new DefaultTimeZoneResolver(),
                    () => _time.UtcNow
                ).UseBackgroundPool(1),
                .. workers.Select(of =>
                    new Worker([of.Queue], performer, changer).UseBackgroundPool(of.Count)
                ),
            ],
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["Queues"] = workers.Select(of => of.Queue).ToArray(),
                ["WorkerCount"] = workers.Sum(of => of.Count),
            },
            new BackgroundProcessingServerOptions
            {
                ServerName = "curatorbot",
                StopTimeout = TimeSpan.Zero,
                ShutdownTimeout = TimeSpan.FromSeconds(30),
                ServerCheckInterval = NoOther,
                ServerTimeout = NoOther,
            }
        );
    }

    public void Dispose() => _storage.Dispose();
}
