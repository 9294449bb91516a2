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
            To = UntilIn(sheet) is { } until && until > date ? until : date,
            Precision = EventReport.ToTheDay,
            EventsCount = NumberIn(sheet, ReportForm.Events) ?? 1,
            Participants = PeopleIn(sheet),
            ParticipantsOf = BaseIn(sheet),
            Audience = sheet[ReportForm.Audience],
            Format = sheet[ReportForm.Format] is null
                ? null
                : sheet.Shown(ReportForm.Format).ToLower(Russian),
            Topic = sheet[ReportForm.Topic],
            Result = sheet[ReportForm.Result],
            NextStep = sheet[ReportForm.Next],
            CheckBackOn = sheet[ReportForm.CheckBack] is { } day ? DateQuestion.Stored(day) : null,
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

    public static int? PeopleIn(AnswerSheet sheet) => NumberIn(sheet, ReportForm.People);

    public static int? NumberIn(AnswerSheet sheet, string key) =>
        sheet[key] is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null;

    /// <summary>Of how many, unless a later correction left more people than that.</summary>
    private static int? BaseIn(AnswerSheet sheet) =>
        NumberIn(sheet, ReportForm.Base) is { } all && all >= PeopleIn(sheet) ? all : null;

    private static DateOnly? UntilIn(AnswerSheet sheet) =>
        sheet[ReportForm.Until] is { } day ? DateQuestion.Stored(day) : null;

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

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
