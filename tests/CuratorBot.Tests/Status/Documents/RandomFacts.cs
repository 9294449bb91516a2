using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Status.Documents;

/// <summary>Changes some fact at random, in every way in which the product, or a person at the database, may.</summary>
internal sealed class RandomFacts(World world, Random random)
{
    private static readonly DateOnly Day = new(2022, 1, 17);

    public Task ChangeOne() => world.UnitOfWork.Write(scope => Change(scope.Db));

    private async Task<int> Change(CuratorBotDb db)
    {
        switch (random.Next(20))
        {
            case 0 or 1 or 2:
                (await Any(db.Obligations.Where(row => row.DoneAt == null)))?.End(
                    random.Next(4) == 0 ? Outcome.Excused : Outcome.Done,
                    1,
                    world.Clock.Now
                );
                break;
            case 3:
                (await Any(db.Obligations.Where(row => row.DoneAt != null)))?.Reopen();
                break;
            case 4:
                if (await Any(db.Obligations) is { } moved)
                    (moved.DueOn, moved.Active) = (Day.AddDays(random.Next(-60, 60)), random.Next(3) > 0);
                break;
            case 5:
                if (await Any(db.Obligations) is { } gone)
                    db.Remove(gone);
                break;
            case 6 or 7 or 8:
                db.Add(await Report(db));
                break;
            case 9:
                if (await Any(db.EventReports) is { } judged)
                    judged.State = (ReviewState)random.Next(3);
                break;
            case 10:
                if (await Any(db.EventReports.Include(row => row.Schools)) is { } moving)
                {
                    moving.Schools.Clear();
                    moving.Schools.Add(new EventReportSchool { SchoolId = (await Any(db.Schools))!.Id });
                }
                break;
            case 11:
                if (await Any(db.EventReports) is { Id: var deleted })
                    await db.EventReports.Where(row => row.Id == deleted).ExecuteDeleteAsync();
                break;
            case 12:
                if (await Any(db.Schools) is { } school)
                {
                    (school.ShortName, school.Group) = ($"{school.ShortName}'", random.Next(1, 4));
                    school.MunicipalityId = random.Next(3) == 0 ? null : (await Any(db.Municipalities))!.Id;
                }
                break;
            case 13:
                (await Any(db.Municipalities))!.Name += "'";
                break;
            case 14:
                (await Any(db.Municipalities))!.TimeZone =
                    random.Next(2) == 0 ? "Asia/Vladivostok" : "Europe/Kaliningrad";
                break;
            case 15:
                if (await Any(db.ScoreCards) is { } card)
                    card.StatedTotal = random.Next(40);
                break;
            case 16:
                if (await Any(db.StatusMarks) is { } mark)
                    mark.Mark = (CuratorBot.Status.Mark)random.Next(3);
                break;
            case 17:
                (await Any(db.Tasks))!.Title += "'";
                break;
            case 18:
                var day = Day.AddDays(random.Next(-30, 60));
                await db
                    .Obligations.Where(row => row.DueOn > day)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Optional, row => !row.Optional));
                break;
            default:
                db.LeavesNoTrace = true;
                break;
        }
        return 0;
    }

    private async Task<EventReport> Report(CuratorBotDb db)
    {
        var from = Day.AddDays(random.Next(-30, 5));
        return new EventReport
        {
            Id = world.Ids.Next(),
            TypeId = (await Any(db.EventTypes))!.Id,
            MunicipalityId = random.Next(2) == 0 ? null : (await Any(db.Municipalities))!.Id,
            From = from,
            To = from.AddDays(random.Next(0, 4)),
            Precision = EventReport.ToTheDay,
            Participants = random.Next(3) == 0 ? null : random.Next(30),
            Topic = "тема",
            ReportedAt = world.Clock.Now,
            Schools = [new EventReportSchool { SchoolId = (await Any(db.Schools))!.Id }],
        };
    }

    private async Task<T?> Any<T>(IQueryable<T> rows)
        where T : class
    {
        var count = await rows.CountAsync();
        return count == 0
            ? null
            : await rows.OrderBy(row => EF.Property<object>(row, "Id")).Skip(random.Next(count)).FirstAsync();
    }
}
