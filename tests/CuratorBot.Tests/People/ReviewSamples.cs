using CuratorBot.Conversations.Forms;
using CuratorBot.Events;
using CuratorBot.Events.Review;
using CuratorBot.Schools;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.People;

/// <summary>Of each school of the button samples a report that waits, and one with a correction that waits.</summary>
internal static class ReviewSamples
{
    public static Task Add(World world) =>
        world.UnitOfWork.Write(async scope =>
        {
            var author = await scope
                .Db.ChannelAccounts.Where(row => row.AccountId == 1001)
                .Select(row => row.PersonId)
                .SingleAsync();
            foreach (var id in ButtonSamples.Schools)
            {
                var school = await scope.Db.Schools.SingleAsync(row => row.Id == id);
                var waiting = Report(world, author, school, ReviewState.Waiting);
                var accepted = Report(world, author, school, ReviewState.Accepted);
                var sheet = SheetOf(id);
                scope.Db.AddRange(waiting, accepted);
                scope.Db.AddRange(
                    new[] { waiting, accepted }.Select(report => new ReportSheet
                    {
                        ReportId = report.Id,
                        Sheet = sheet,
                        Version = 2,
                    })
                );
                scope.Db.Add(
                    new ReportCorrection
                    {
                        Id = world.Ids.Next(),
                        ReportId = accepted.Id,
                        AuthorId = author,
                        Sheet = sheet,
                        Version = 2,
                        ProposedAt = world.Clock.Now,
                    }
                );
            }
            return await scope.Db.SaveChangesAsync();
        });

    private static EventReport Report(World world, long author, School school, ReviewState state)
    {
        var id = world.Ids.Next();
        return new EventReport
        {
            Id = id,
            TypeId = "talk",
            AuthorId = author,
            MunicipalityId = school.MunicipalityId,
            Region = school.Region,
            From = new DateOnly(2022, 6, 1),
            To = new DateOnly(2022, 6, 1),
            Precision = EventReport.ToTheDay,
            ReportedAt = World.Start,
            SentAt = World.Start,
            AcceptAt = state == ReviewState.Waiting ? world.Clock.Now.AddDays(30) : null,
            State = state,
            Schools = [new EventReportSchool { ReportId = id, SchoolId = school.Id }],
        };
    }

    private static string SheetOf(string school) =>
        new AnswerSheet
        {
            Answers = new()
            {
                ["type"] = new Answer("talk:talk", "Беседа"),
                ["school"] = new Answer(school, "школа"),
                ["date"] = new Answer("2022-06-01", "1 июня"),
            },
            Skipped = ["people", "topic"],
        }.ToJson();
}
