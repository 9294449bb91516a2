using System.Globalization;
using CuratorBot.Conversations;
using CuratorBot.People;
using CuratorBot.Schools;

namespace CuratorBot.Events;

/// <summary>Makes the report out of the answers; one whose question does not apply any more is left out.</summary>
internal sealed class ReportWriter(TurnContext turn, Form form, AnswerSheet sheet)
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    public EventReport Write(ReportPlace place)
    {
        var id = turn.Ids.Next();
        var report = new EventReport
        {
            Id = id,
            TypeId = ReportForm.KindIn(sheet)!.TypeId,
            AuthorId = turn.Who.PersonId,
            ReporterRole = turn.Texts.Plain($"events.roles.{RoleOver(turn.Who, place)}"),
            SummaryId = turn.Pressed?.Message.Id,
            MunicipalityId = place.MunicipalityId,
            Region = place.Region,
            From = default,
            To = default,
            Precision = EventReport.ToTheDay,
            ReportedAt = turn.Now,
            Schools =
            [
                .. place.Schools.Select(school => new EventReportSchool
                {
                    ReportId = id,
                    SchoolId = school.Id,
                }),
            ],
            Files = [.. FilesOf().Select(file => FileOf(id, file))],
        };
        Fill(report);
        return report;
    }

    /// <summary>Everything but the places and the files.</summary>
    public void Fill(EventReport report)
    {
        (report.From, report.To, report.Precision) = Days();
        report.EventsCount = NumberIn(sheet, ReportForm.Events) ?? 1;
        var share = ShareOf();
        report.Participants = PeopleIn(sheet);
        (report.ParticipantsOf, report.StatedPercent) = (share?.Base, share?.Stated);
        report.Audience = Answer(ReportForm.Audience);
        report.Format = Answer(ReportForm.Format) is null
            ? null
            : sheet.Shown(ReportForm.Format).ToLower(Russian);
        report.Topic = Answer(ReportForm.Topic);
        report.Question = Answer(ReportForm.Question);
        report.Result = Answer(ReportForm.Result);
        report.NextStep = Answer(ReportForm.Next);
        report.CheckBackOn = Day(ReportForm.CheckBack);
        report.HostSchoolId = Answer(ReportForm.Host);
        report.Level = Answer(ReportForm.Level);
        report.RiskId = Answer(ReportForm.Risk);
        report.Zones = [.. SeveralQuestion.In(Answer(ReportForm.Zones))];
        report.Link = Answer(ReportForm.Link);
        FillShares(report);
    }

    /// <summary>The same report, as it is told now.</summary>
    public void Rewrite(EventReport report, ReportPlace place)
    {
        (report.MunicipalityId, report.Region) = (place.MunicipalityId, place.Region);
        report.TypeId = ReportForm.KindIn(sheet)!.TypeId;
        var ids = place.Schools.Select(school => school.Id).ToList();
        report.Schools.RemoveAll(row => !ids.Contains(row.SchoolId));
        report.Schools.AddRange(
            ids.Where(id => report.Schools.All(row => row.SchoolId != id))
                .Select(id => new EventReportSchool { ReportId = report.Id, SchoolId = id })
        );
        var files = FilesOf();
        report.Files.RemoveAll(row => files.All(file => file.Id != row.FileId));
        report.Files.AddRange(
            files
                .Where(file => report.Files.All(row => row.FileId != file.Id))
                .Select(file => FileOf(report.Id, file))
        );
        Fill(report);
    }

    private List<SheetFile> FilesOf() =>
        Answer(ReportForm.Files) is null ? [] : FilesQuestion.FilesIn(sheet, ReportForm.Files).Files;

    private void FillShares(EventReport report)
    {
        var shares = SharesOf(report.Id).ToList();
        report.Shares.RemoveAll(row => shares.All(share => share.Audience != row.Audience));
        foreach (var share in shares)
            if (report.Shares.Find(row => row.Audience == share.Audience) is { } kept)
                (kept.Part, kept.Base, kept.StatedPercent) = (share.Part, share.Base, share.StatedPercent);
            else
                report.Shares.Add(share);
    }

    public static int? PeopleIn(AnswerSheet sheet) => PeopleQuestion.CountIn(sheet[ReportForm.People]);

    public static int? NumberIn(AnswerSheet sheet, string key) =>
        sheet[key] is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : null;

    private string? Answer(string key) => form.Find(key)!.When(sheet) ? sheet[key] : null;

    private DateOnly? Day(string key) => Answer(key) is { } day ? DateQuestion.Stored(day) : null;

    /// <summary>What is known to the month only covers all of its months.</summary>
    private (DateOnly From, DateOnly To, string Precision) Days()
    {
        var from = Day(ReportForm.Date)!.Value;
        var to = Day(ReportForm.Until) is { } until && until > from ? until : from;
        var precision = Answer(ReportForm.Precision) ?? EventReport.ToTheDay;
        return precision == EventReport.ToTheMonth
            ? (
                new(from.Year, from.Month, 1),
                new DateOnly(to.Year, to.Month, 1).AddMonths(1).AddDays(-1),
                precision
            )
            : (from, to, precision);
    }

    private Share? ShareOf() =>
        PeopleQuestion.ShareIn(sheet[ReportForm.People])
        ?? (
            PeopleIn(sheet) is { } people && NumberIn(sheet, ReportForm.Base) is { } all && all >= people
                ? new Share(people, all)
                : null
        );

    private IEnumerable<EventReportShare> SharesOf(long reportId) =>
        from audience in new[] { ReportForm.Teachers, ReportForm.Pupils, ReportForm.Parents }
        let stored = Answer(audience)
        where stored is not null
        let share = Share.Stored(stored)
        select new EventReportShare
        {
            ReportId = reportId,
            Audience = audience,
            Part = share.Part,
            Base = share.Base,
            StatedPercent = share.Stated,
        };

    private EventReportFile FileOf(long reportId, SheetFile file) =>
        new()
        {
            Id = turn.Ids.Next(),
            ReportId = reportId,
            Channel = turn.Message.Channel,
            FileId = file.Id,
            Kind = file.Kind,
            Name = file.Name,
            Size = file.Size,
            StoredAs = file.StoredAs,
            Sha256 = file.Sha256,
        };

    /// <summary>The role in which she reports: the nearest to the place that she has.</summary>
    internal static Role RoleOver(Asker who, ReportPlace place) =>
        who
            .Roles.Where(held => held.Role != Role.Observer && IsOver(new Scope([held]), place))
            .OrderBy(held => held.SchoolId is null ? (int)held.Role : 0)
            .Select(held => held.Role)
            .First();

    private static bool IsOver(Scope scope, ReportPlace place) =>
        place.Schools.Count > 0
            ? place.Schools.Any(scope.Includes)
            : scope.IncludesPlace(place.MunicipalityId, place.Region);
}
