using System.Globalization;
using CuratorBot.Conversations;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Events;

/// <summary>Makes the report out of the answers.</summary>
internal static class ReportWriter
{
    public static EventReport Write(TurnContext turn, AnswerSheet sheet, School school)
    {
        var id = turn.Ids.Next();
        var date = DateQuestion.Stored(sheet[ReportForm.Date]!);
        return new EventReport
        {
            Id = id,
            TypeId = ReportForm.KindIn(sheet)!.TypeId,
            AuthorId = turn.Who.PersonId,
            ReporterRole = turn.Texts.Plain($"events.roles.{RoleOver(turn.Who, school)}"),
            SummaryId = turn.Pressed?.Message.Id,
            MunicipalityId = school.MunicipalityId,
            Region = school.Region,
            From = date,
            To = date,
            Precision = EventReport.ToTheDay,
            Participants = PeopleIn(sheet),
            Topic = sheet[ReportForm.Topic],
            Result = sheet[ReportForm.Result],
            ReportedAt = turn.Now,
            Schools = [new EventReportSchool { ReportId = id, SchoolId = school.Id }],
            Files =
            [
                .. FilesQuestion
                    .FilesIn(sheet, ReportForm.Files)
                    .Files.Select(file => FileOf(turn, id, file)),
            ],
        };
    }

    public static int? PeopleIn(AnswerSheet sheet) =>
        sheet[ReportForm.People] is { } people ? int.Parse(people, CultureInfo.InvariantCulture) : null;

    private static EventReportFile FileOf(TurnContext turn, long reportId, SheetFile file) =>
        new()
        {
            Id = turn.Ids.Next(),
            ReportId = reportId,
            Channel = turn.Message.Channel,
            FileId = file.Id,
            Kind = file.Kind,
            Name = file.Name,
            Size = file.Size,
        };

    /// <summary>The role in which she reports: the nearest to the school that she has.</summary>
    private static Role RoleOver(Asker who, School school) =>
        who
            .Roles.Where(held => new Scope([held]).Includes(school) && held.Role != Role.Observer)
            .OrderBy(held => held.SchoolId is null ? (int)held.Role : 0)
            .Select(held => held.Role)
            .First();
}
