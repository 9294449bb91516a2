using CuratorBot.Events;
using CuratorBot.Status;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events;

/// <summary>A curator tells of a visit, and her coordinator decides about it.</summary>
public abstract class ReviewCase : IAsyncLifetime
{
    private protected World World { get; private set; } = null!;
    private protected Phone Curator { get; private set; } = null!;
    private protected Phone Coordinator { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await World.Open();
        (Curator, Coordinator) = (new Phone(World, 1001), new Phone(World, 1004));
        await World.UnitOfWork.Write(async scope =>
        {
            scope.Db.Reminders.RemoveRange(await scope.Db.Reminders.ToListAsync());
            return await scope.Db.SaveChangesAsync();
        });
    }

    public async Task DisposeAsync() => await World.DisposeAsync();

    private protected static readonly Dictionary<string, string[]> Visit = new()
    {
        ["type"] = ["[Посещение школы]"],
        ["school"] = ["СОШ №3"],
        ["date"] = ["[Сегодня]"],
        ["people"] = ["12"],
    };

    private protected async Task<EventReport> Tell()
    {
        await new ReportFilling(new PhoneReporter(World, Curator), Visit).Send();
        return await Report();
    }

    private protected Task<EventReport> Report() =>
        World.Read(db =>
            db.EventReports.Where(row => row.AuthorId != null).OrderByDescending(row => row.Id).FirstAsync()
        );

    /// <summary>How many events the answer about the school counts.</summary>
    private protected Task<int> Counted() =>
        World.Read(async db =>
        {
            var place = (await SchoolFacts.Find(db, "kuznetsk_sosh_3"))!;
            var facts = await SchoolFacts.Read(db, place, new DateOnly(2022, 1, 17));
            return facts.Events.Sum(tally => tally.Events);
        });
}
