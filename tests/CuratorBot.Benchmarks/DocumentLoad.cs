using System.Diagnostics;
using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Host.Configuration;
using CuratorBot.Host.Database.Documents;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Schedule;
using CuratorBot.Status;
using CuratorBot.Status.Documents;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CuratorBot.Benchmarks;

/// <summary>
/// What one answer costs that nobody has asked for since the facts changed: from documents and from the facts. In one
/// process, without a messenger; the two ways are asked by turns.
/// </summary>
internal sealed class DocumentLoad(IServiceProvider services, TextWriter output)
{
    private const int Questions = 400;

    private readonly IUnitOfWork _unitOfWork = services.GetRequiredService<IUnitOfWork>();
    private readonly IDocumentStore _store = services.GetRequiredService<IDocumentStore>();
    private readonly StatusProjector _projector = services.GetRequiredService<StatusProjector>();
    private int _picked;

    public static async Task Run(TextWriter output, int years)
    {
        var folder = await GeneratedCountry.Create(output, years);
        var settings = HostSettings.ForBot(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    new("Storage:DataDirectory", folder),
                    new("Telegram:Token", "1:benchmark"),
                ])
                .Build()
        );
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddCuratorBotHost(settings)
            .BuildServiceProvider();
        await new DocumentLoad(services, output).Measure(years, folder);
    }

    private async Task Measure(int years, string folder)
    {
        var began = Stopwatch.GetTimestamp();
        await _projector.CatchUp();
        var file = Directory.GetFiles(folder, "*.status*").Sum(path => new FileInfo(path).Length);
        Say(
            $"{years} year(s): all documents in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, {file >> 20} MB"
        );
        var documents = new StatusReads(_store, services.GetRequiredService<IStatusChanges>());
        var facts = new StatusReads(new NoStore(), services.GetRequiredService<IStatusChanges>());
        await Both(
            "school",
            Of(null),
            documents,
            facts,
            (reads, turn) => new SchoolAnswers(new(), reads).Card(turn, $"s{Pick(GeneratedCountry.Schools)}")
        );
        await Both(
            "municipality",
            Of(null),
            documents,
            facts,
            (reads, turn) =>
                new MunicipalityAnswers(new(), reads).Find(turn, $"m{Pick(GeneratedCountry.Municipalities)}")
        );
        await Both(
            "region",
            Of("Region 07"),
            documents,
            facts,
            (reads, turn) => new OverviewAnswers(new(), reads).Find(turn, turn.Who.MaySee, 0)
        );
        await Both(
            "country",
            Of(null),
            documents,
            facts,
            (reads, turn) => new OverviewAnswers(new(), reads).Find(turn, turn.Who.MaySee, 0),
            Questions / 20
        );
        await Changes();
    }

    private async Task Both<T>(
        string name,
        Asker who,
        StatusReads documents,
        StatusReads facts,
        Func<StatusReads, TurnContext, Task<T>> ask,
        int questions = Questions
    )
    {
        var (fast, slow) = (new List<double>(questions), new List<double>(questions));
        for (var question = -20; question < questions; question++)
        {
            var (one, other) = (await Time(documents, who, ask), await Time(facts, who, ask));
            if (question < 0)
                continue; // compiled first
            fast.Add(one);
            slow.Add(other);
        }
        Say(
            $"  {name, -14} documents p50 {At(fast, 0.5), 8:0} p99 {At(fast, 0.99), 8:0} µs · facts p50 {At(slow, 0.5), 8:0} p99 {At(slow, 0.99), 8:0} µs"
        );
    }

    private async Task<double> Time<T>(
        StatusReads reads,
        Asker who,
        Func<StatusReads, TurnContext, Task<T>> ask
    )
    {
        var began = Stopwatch.GetTimestamp();
        CuratorBotDb? db = null;
        var turn = new TurnContext(
            () => db ??= _unitOfWork.OpenForReading(),
            services.GetRequiredService<TextCatalogue>(),
            services.GetRequiredService<IdGenerator>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<Catalogue>()
        )
        {
            Message = new IncomingMessage
            {
                Channel = "benchmark",
                AccountId = 1,
                ChatId = 1,
            },
            Known = who,
            Revision = 1,
        };
        await ask(reads, turn);
        if (db is not null)
            await db.DisposeAsync();
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds;
    }

    /// <summary>One deadline is closed, and its documents follow.</summary>
    private async Task Changes()
    {
        var times = new List<double>();
        for (var change = 0; change < 50; change++)
        {
            var school = $"s{Pick(GeneratedCountry.Schools)}";
            await _unitOfWork.Write(async scope =>
            {
                var owed = await scope
                    .Db.Obligations.Where(row =>
                        row.OwnerKind == OwnerKind.School && row.OwnerId == school && row.DoneAt == null
                    )
                    .FirstAsync();
                owed.End(Outcome.Done, 1, DateTimeOffset.UnixEpoch);
                return 0;
            });
            var began = Stopwatch.GetTimestamp();
            await _projector.CatchUp();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        Say($"  documents of a change, ms: p50 {At(times, 0.5):0.0} p99 {At(times, 0.99):0.0}");
    }

    /// <summary>Far from the one before, so that nothing of it is at hand.</summary>
    private int Pick(int of) => _picked = (_picked + 3_571) % of;

    private void Say(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static double At(List<double> values, double share) =>
        values.Order().ElementAt((int)((values.Count - 1) * share));

    private static Asker Of(string? region) =>
        new(
            1,
            "Person",
            Consented: true,
            [new HeldRole(Role.RegionalCoordinator, null, null, region)],
            "Europe/Moscow"
        );

    private sealed class NoStore : IDocumentStore
    {
        public bool IsWhole => false;

        public byte[]? Find(string scope) => null;

        public void Put(IReadOnlyList<KeptDocument> documents) { }

        public void Open(string? seal) { }

        public void Doubt(Exception error) { }

        public void Begin() { }

        public void Complete() { }

        public string? Close() => null;
    }
}
