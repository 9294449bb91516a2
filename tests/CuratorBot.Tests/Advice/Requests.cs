using CuratorBot.Advice;
using CuratorBot.People;
using CuratorBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Tests.Advice;

/// <summary>Requests for help that are there without anybody having typed them.</summary>
internal static class Requests
{
    /// <param name="answeredIn">Minutes; null while nobody has answered.</param>
    public static Task<long> Add(
        World world,
        string school = "kuznetsk_sosh_3",
        DateTimeOffset? askedAt = null,
        int? answeredIn = null,
        bool solved = false,
        string text = "Нужна консультация"
    ) =>
        world.UnitOfWork.Write(async scope =>
        {
            var place = await scope.Db.Schools.SingleAsync(row => row.Id == school);
            var teacher = await PeopleDirectory.Read(scope.Db, world.Channel.Name, 1003);
            var asked = askedAt ?? world.Clock.Now;
            var request = new HelpRequest
            {
                Id = world.Ids.Next(),
                SchoolId = place.Id,
                MunicipalityId = place.MunicipalityId,
                Region = place.Region,
                AskedBy = teacher!.PersonId,
                AskedAt = asked,
                Text = text,
                AnsweredAt = answeredIn is { } minutes ? asked.AddMinutes(minutes) : null,
                AnsweredInMinutes = answeredIn,
                SolvedAt = solved ? asked.AddDays(1) : null,
            };
            if (request.IsWaiting)
                request.RemindAt = asked.AddDays(1);
            scope.Db.Add(request);
            return request.Id;
        });
}
