using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Events;

/// <summary>
/// The twenty-five reports of the project year and the third course of Kalmykia, told to the bot one after the
/// other. The facts of the demo are taken away first, so all that is counted was entered.
/// </summary>
public sealed class ExampleReports : IAsyncLifetime
{
    public World World { get; private set; } = null!;
    public Phone Region { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await World.Open();
        Region = new Phone(World, 1005);
        await World.UnitOfWork.Write(async scope =>
        {
            scope.Db.EventReports.RemoveRange(
                await scope.Db.EventReports.Include(row => row.Schools).ToListAsync()
            );
            return await scope.Db.SaveChangesAsync();
        });
        var names = await World.Read(async db => new ExampleNames(
            await db.EventTypes.ToDictionaryAsync(row => row.Id, row => row.Name),
            await db.Schools.ToDictionaryAsync(row => row.Id, row => (row.Name, row.ShortName)),
            await db.Municipalities.ToDictionaryAsync(row => row.Id, row => row.Name)
        ));
        foreach (var example in ExampleReport.All())
        {
            World.Clock.Now = example.ToldAt;
            await new ReportFilling(new PhoneReporter(World, Region), example.Answers(names)).Send();
        }
        World.Clock.Now = Transcript.MoscowTime("2022-07-01 10:00");
    }

    public async Task DisposeAsync() => await World.DisposeAsync();
}
