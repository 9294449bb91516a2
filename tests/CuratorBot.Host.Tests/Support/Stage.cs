using CuratorBot.Playground;

namespace CuratorBot.Host.Tests.Support;

/// <summary>A Bot API server of our own, a folder for the data, and the host between them, run after run.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const long Curator = 1001;
    public const long Director = 1002;
    public const long Teacher = 1003;
    public const long Coordinator = 1004;
    public const long Region = 1005;
    public const long Stranger = 1006;

    private readonly Dictionary<string, string?> _settings;
    private HostUnderTest? _host;

    private Stage(PlaygroundServer playground, string folder, Dictionary<string, string?>? settings) =>
        (Playground, Folder, _settings) = (playground, folder, settings ?? []);

    public PlaygroundServer Playground { get; set; }
    public string Folder { get; }
    public HostUnderTest Host => _host ?? throw new InvalidOperationException("The host was not started.");

    /// <param name="settings">Environment variables for every run.</param>
    /// <param name="folder">Where the data lie, as on a <see cref="SmallDisk"/>; a new folder when null.</param>
    public static async Task<Stage> Open(
        Dictionary<string, string?>? settings = null,
        PlaygroundOptions? playground = null,
        string? folder = null
    ) =>
        new(
            await PlaygroundServer.Start(playground ?? new PlaygroundOptions { Cast = Members }),
            folder ?? Directory.CreateTempSubdirectory("curatorbot-wire-").FullName,
            settings
        );

    /// <summary>Over data that a first start has made before, which costs less than a first start of its own.</summary>
    public static async Task<Stage> OpenAndStart(Dictionary<string, string?>? settings = null)
    {
        var stage = await Open(settings);
        if (settings?.Keys.Any(name => name.StartsWith("Demo__", StringComparison.Ordinal)) != true)
            CopyAll(await Template.Value, stage.Folder);
        await stage.Start();
        return stage;
    }

    /// <summary>The data of a host that has started once, met nobody and ended.</summary>
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);

    private static async Task<string> MakeTemplate()
    {
        await using var playground = await PlaygroundServer.Start(new PlaygroundOptions { Cast = Members });
        var folder = Directory.CreateTempSubdirectory("curatorbot-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await using var host = await HostUnderTest.Launch(folder, playground.Address).WaitUntilHealthy();
        await host.WaitUntilQuiet();
        await host.EndWell();
        return folder;
    }

    private static void CopyAll(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    /// <summary>Begins the next run over the same data; the run before must have ended.</summary>
    /// <param name="failAt">Where this run kills itself.</param>
    public async Task<HostUnderTest> Start(string? failAt = null, int? port = null)
    {
        if (_host is not null)
            await _host.DisposeAsync();
        _host = Launch(failAt, port);
        return await _host.WaitUntilHealthy();
    }

    public HostUnderTest Launch(string? failAt = null, int? port = null, params string[] arguments)
    {
        var settings = new Dictionary<string, string?>(_settings) { ["CURATORBOT_FAIL_AT"] = failAt };
        return HostUnderTest.Launch(Folder, Playground.Address, settings, port, arguments);
    }

    /// <summary>One more process over the same data, which is not patient.</summary>
    /// <param name="settings">Beside those of the stage.</param>
    public HostUnderTest LaunchAnother(
        Dictionary<string, string?>? settings = null,
        string? folder = null,
        params string[] arguments
    )
    {
        var all = new Dictionary<string, string?>(_settings) { ["Storage__WaitForOther"] = "00:00:00" };
        foreach (var (name, value) in settings ?? [])
            all[name] = value;
        return HostUnderTest.Launch(folder ?? Folder, Playground.Address, all, null, arguments);
    }

    /// <summary>Takes the place of the host of before, which must have ended.</summary>
    public async Task TakeOver(HostUnderTest next)
    {
        await Host.DisposeAsync();
        _host = await next.WaitUntilHealthy();
    }

    public Person Person(long account) => new(this, account);

    /// <summary>Those whom the demo data know have begun a conversation with the bot before.</summary>
    private static PlaygroundPerson[] Members { get; } =
    [
        .. new[] { Curator, Director, Teacher, Coordinator, Region }.Select(account => new PlaygroundPerson(
            account,
            "Member",
            HasStarted: true
        )),
    ];

    public StoredData Stored() => new(Path.Combine(Folder, "curatorbot.db"));

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        await Playground.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
