using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Limits;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Events.Review;
using CuratorBot.Files;
using CuratorBot.Host.Database;
using CuratorBot.Host.Database.Documents;
using CuratorBot.Host.Database.Sqlite;
using CuratorBot.LongTasks;
using CuratorBot.Messaging;
using CuratorBot.Messaging.Receiving;
using CuratorBot.Messaging.Sending;
using CuratorBot.People;
using CuratorBot.Reminders;
using CuratorBot.Reminders.Outages;
using CuratorBot.Sweeping;
using CuratorBot.Texts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;

namespace CuratorBot.Tests.Support;

/// <summary>
/// The whole product on a real database of its own, with frozen time and ids; only the messenger is played.
/// It starts on Monday, 17 January 2022, 10:00 in Moscow, with the demo region and its cast.
/// </summary>
public sealed partial class World : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2022, 1, 17, 10, 0, 0, TimeSpan.FromHours(3));

    private readonly string _firstFile;
    private readonly Lazy<Task<string>> _template;
    private string _file;
    private ServiceProvider _services;
    private Action<IServiceCollection> _also;
    private long _lastUpdateId = 100;
    private long _lastMessageId = 100;

    private World(
        string file,
        Lazy<Task<string>> template,
        FrozenClock clock,
        Action<IServiceCollection> also
    )
    {
        (_firstFile, _file, _template, Clock, _also) = (file, file, template, clock, also);
        Ids = new FrozenIds(clock);
        Machine = new MachineTime(clock);
        _services = Build();
    }

    public FrozenClock Clock { get; }
    public MachineTime Machine { get; }
    public FrozenIds Ids { get; }
    public FakeChannel Channel { get; } = new();
    public LogBook Log { get; } = new();

    /// <summary>Long tasks that wait for a thread; a test makes them.</summary>
    internal HeldTasks BegunTasks { get; } = new();

    public string DatabaseFile => _file;

    /// <summary>Files that people sent and that the bot made lie here.</summary>
    public string DataDirectory => $"{_firstFile}-files";
    public FileStore Files => _services.GetRequiredService<FileStore>();
    public IServiceProvider Services => _services;
    public Catalogue Catalogue => _services.GetRequiredService<Catalogue>();
    public AllForms Forms => _services.GetRequiredService<AllForms>();
    public IUnitOfWork UnitOfWork => _services.GetRequiredService<IUnitOfWork>();

    /// <summary>A world with the demo region, or an empty one.</summary>
    /// <param name="also">What this world has beside the product.</param>
    public static async Task<World> Open(bool seeded = true, Action<IServiceCollection>? also = null)
    {
        var template = seeded ? SeededTemplate : EmptyTemplate;
        var file = Path.Combine(Path.GetTempPath(), $"curatorbot-{Path.GetRandomFileName()}.db");
        File.Copy(await template.Value, file);
        var world = new World(file, template, new FrozenClock(Start), also ?? (_ => { }));
        world.Begin();
        return world;
    }

    /// <summary>Stops everything and starts again over the same database, as a deploy does.</summary>
    /// <param name="also">What the new version has beside the product; as before when null.</param>
    public async Task Restart(Action<IServiceCollection>? also = null)
    {
        _also = also ?? _also;
        await _services.DisposeAsync();
        _services = Build();
        Begin();
    }

    /// <summary>The bot is down until then; when it comes back, it looks once.</summary>
    public async Task BeDownUntil(DateTimeOffset then)
    {
        await _services.DisposeAsync();
        Clock.Now = then;
        _services = Build();
        Begin();
        await Sweep();
    }

    public async Task<T> Read<T>(Func<CuratorBotDb, Task<T>> read)
    {
        await using var db = UnitOfWork.OpenForReading();
        return await read(db);
    }

    public long NextMessageId() => Interlocked.Increment(ref _lastMessageId);

    /// <summary>Moves the time; what is due then goes out.</summary>
    /// <param name="remind">False: nobody hears of deadlines and of reports in review.</param>
    public async Task MoveClock(DateTimeOffset to, bool remind = true)
    {
        Clock.Now = to;
        if (remind)
            await Sweep();
        else
            await SweepTheRest();
    }

    /// <summary>Does what is due, as the clock of the host does every few seconds.</summary>
    public async Task Sweep()
    {
        await _services.GetRequiredService<Sweeper>().Sweep();
        await Settle();
    }

    private async Task SweepTheRest()
    {
        var rest = _services
            .GetServices<ISweep>()
            .Where(sweep =>
                sweep is not (PlanUpkeep or ReminderSweep or OpeningSweep or OutageAccount or ReviewSweep)
            );
        using var sweeper = new Sweeper(rest, Clock, _services.GetRequiredService<Isolated>());
        await sweeper.Sweep();
        await Settle();
    }

    /// <summary>As if the text that people agreed to had been another one.</summary>
    public Task LetAllHaveAgreedTo(int version) =>
        UnitOfWork.Write(async scope =>
        {
            foreach (var earlier in await scope.Db.Consents.ToListAsync())
            {
                scope.Db.Remove(earlier);
                scope.Db.Add(
                    new ConsentGiven
                    {
                        Id = Ids.Next(),
                        PersonId = earlier.PersonId,
                        Version = version,
                        Hash = "",
                        GivenAt = earlier.GivenAt,
                    }
                );
            }
        });

    /// <summary>Returns when nothing is left to be handled or sent.</summary>
    public Task Settle() => Settle(isOver: static () => false);

    private async Task Settle(Func<bool> isOver)
    {
        var (inbox, outbox) = (_services.GetRequiredService<Inbox>(), _services.GetRequiredService<Outbox>());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        try
        {
            while (!isOver() && (inbox.Backlog > 0 || outbox.Pending > 0))
                await look.WaitForNextTickAsync(patience.Token);
        }
        catch (OperationCanceledException error)
        {
            throw new TimeoutException(string.Join('\n', Log.Holding(["Exception"]).TakeLast(2)), error);
        }
        if (isOver())
            return;
        // A commit that only marks the inbox may still be under way: pass through the writer behind it.
        await UnitOfWork.Write(_ => Task.CompletedTask);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var file in _leftBehind.Append(_file))
            Remove(file);
        foreach (var file in _leftBehind.Append(_file))
            File.Delete(LiteDocuments.FileBeside(DatabasePlace.Of($"Data Source={file}")));
        if (Directory.Exists(DataDirectory))
            Directory.Delete(DataDirectory, recursive: true);
    }

    /// <summary>A person may ask as much as a test likes.</summary>
    private static LimitsOptions Endless() =>
        new()
        {
            CommandsPerMinute = int.MaxValue,
            PressesPerMinute = int.MaxValue,
            UploadsPerMinute = int.MaxValue,
            ExportsPerHour = int.MaxValue,
            MessagesPerMinute = int.MaxValue,
            StrangerMessagesPerMinute = int.MaxValue,
        };

    private ServiceProvider Build()
    {
        _line = new Line(Channel);
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new RealTime(Machine))
            .AddSingleton(
                new SendingOptions { MessagesPerSecond = 100_000, MessagesPerSecondPerChat = 100_000 }
            )
            .AddSingleton(Endless())
            .AddSingleton<IChannel>(_line)
            .AddSingleton(Doom(_line, _file))
            .AddSingleton<ILinkProbe>(new FakeLinkProbe())
            .AddSingleton(new FileStore(DataDirectory))
            .AddSqlite($"Data Source={_file};Pooling=False")
            .AddCuratorBot()
            .AddSingleton(LimitedByTheFrozenClock)
            .AddSingleton(Texts.Value)
            .AddSingleton<IdGenerator>(Ids)
            .AddSingleton(NamedBot())
            .AddSingleton<ILongTaskRunner>(BegunTasks);
        _also(services);
        return services.BuildServiceProvider();
    }

    /// <summary>The bot of the tests has a name.</summary>
    private static IBotLinks NamedBot()
    {
        var links = new Mock<IBotLinks>();
        links.Setup(one => one.ChatLink).Returns("https://t.me/curator_bot");
        links
            .Setup(one => one.StartLink(It.IsAny<string>()))
            .Returns((string token) => $"https://t.me/curator_bot?start={token}");
        return links.Object;
    }

    /// <summary>No minute of a limit passes while a test runs, however slow the machine is.</summary>
    private static Manners LimitedByTheFrozenClock(IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<Manners>(
            services,
            new RealTime(services.GetRequiredService<TimeProvider>())
        );

    private void Begin()
    {
        _services.GetRequiredService<Outbox>().Start();
        _services.GetRequiredService<Inbox>().Start();
    }

    /// <summary>Read once for all worlds: nobody changes them.</summary>
    private static readonly Lazy<TextCatalogue> Texts = new(() => TextCatalogue.LoadRussian());
}
