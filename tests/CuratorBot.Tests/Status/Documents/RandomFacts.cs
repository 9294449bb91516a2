using CuratorBot.Data;
using CuratorBot.Events;
using CuratorBot.Host.Tests.Support;
using CuratorBot.Schedule;
using CuratorBot.Schools;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Status.Documents;

/// <summary>Changes some fact at random, in every way in which the product, or a person at the database, may.</summary>
internal sealed class RandomFacts(World world, Dice dice)
{
    private static readonly DateOnly Day = new(2022, 1, 17);

    public Task ChangeOne() => world.UnitOfWork.Write(scope => Change(scope.Db));

    private async Task<int> Change(CuratorBotDb db)
    {
        switch (dice.Below(20))
        {
            case 0 or 1 or 2:
                (await Any(db.Obligations.Where(row => row.DoneAt == null)))?.End(
                    dice.Below(4) == 0 ? Outcome.Excused : Outcome.Done,
                    1,
                    world.Clock.Now
                );
                break;
            case 3:
                (await Any(db.Obligations.Where(row => row.DoneAt != null)))?.Reopen();
                break;
            case 4:
                if (await Any(db.Obligations) is { } moved)
                    (moved.DueOn, moved.Active) = (Day.AddDays(dice.Below(120) - 60), dice.Below(3) > 0);
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
                    judged.State = (ReviewState)dice.Below(3);
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
                    (school.ShortName, school.Group) = ($"{school.ShortName}'", 1 + dice.Below(3));
                    school.MunicipalityId = dice.Below(3) == 0 ? null : (await Any(db.Municipalities))!.Id;
                }
                break;
            case 13:
                (await Any(db.Municipalities))!.Name += "'";
                break;
            case 14:
                (await Any(db.Municipalities))!.TimeZone =
                    dice.Below(2) == 0 ? "Asia/Vladivostok" : "Europe/Kaliningrad";
                break;
            case 15:
                if (await Any(db.ScoreCards) is { } card)
                    card.StatedTotal = dice.Below(40);
                break;
            case 16:
                if (await Any(db.StatusMarks) is { } mark)
                    mark.Mark = (CuratorBot.Status.Mark)dice.Below(3);
                break;
            case 17:
                (await Any(db.Tasks))!.Title += "'";
                break;
            case 18:
                var day = Day.AddDays(dice.Below(90) - 30);
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
        var from = Day.AddDays(dice.Below(35) - 30);
        return new EventReport
        {
            Id = world.Ids.Next(),
            TypeId = (await Any(db.EventTypes))!.Id,
            MunicipalityId = dice.Below(2) == 0 ? null : (await Any(db.Municipalities))!.Id,
            From = from,
            To = from.AddDays(dice.Below(4)),
            Precision = EventReport.ToTheDay,
            Participants = dice.Below(3) == 0 ? null : dice.Below(30),
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
            : await rows.OrderBy(row => EF.Property<object>(row, "Id")).Skip(dice.Below(count)).FirstAsync();
    }
}
