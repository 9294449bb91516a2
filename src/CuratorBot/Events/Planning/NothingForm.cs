using CuratorBot.Audit;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Places;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Listing;
using CuratorBot.Events.Reporting;
using CuratorBot.Events.Review;
using CuratorBot.People;
using CuratorBot.Schools;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Planning;

/// <summary>«Ничего не было»: a month without events is reported, so that silence need not be guessed at.</summary>
public sealed class NothingForm(NameIndexCache names) : Form
{
    public const string FormName = "nothing";
    internal const string Month = "month";
    internal const string School = "school";
    private const string Why = "why";
    private const int LongestReason = 300;

    public override string Name => FormName;

    public override IReadOnlyList<Question> Questions { get; } =
    [
        new MonthQuestion(Month),
        new AllOrOneQuestion(School, names),
        new TextQuestion(Why, LongestReason) { Optional = true },
    ];

    public override bool IsFor(Asker who) => !who.MayWork.IsEmpty;

    public override async Task Prepare(TurnContext turn, AnswerSheet sheet)
    {
        if (await MySchoolQuestion.TheOnlyOne(turn) is not { } school)
            return;
        sheet.Give(School, school);
    }

    /// <summary>What was reported of these days after all.</summary>
    public override async ValueTask<RichText?> SummaryNote(TurnContext turn, AnswerSheet sheet)
    {
        if (
            await ReportPlace.Of(turn, AllOrOneQuestion.PlacesIn(turn.Who, sheet[School]!), _ => { })
            is not { } place
        )
            return null;
        var (from, to) = DaysOf(turn, sheet);
        var schools = place.Schools.Select(school => school.Id).ToList();
        var reports = turn
            .Db.ReportsVisibleTo(turn.Who, turn.Today)
            .Where(report => report.EventsCount > 0 && report.From <= to && report.To >= from);
        var count = await (
            schools.Count > 0
                ? reports.Where(report => report.Schools.Any(one => schools.Contains(one.SchoolId)))
                : reports.OfPlace(turn.Db, place.MunicipalityId, place.Region)
        ).CountAsync();
        return count > 0 ? turn.Text("nothing.butThereWas", ("count", count)) : null;
    }

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var places = AllOrOneQuestion.PlacesIn(turn.Who, sheet[School]!);
        if (places.Count == 0 || await ReportPlace.Of(turn, places, _ => { }) is not { } place)
            return Reply.With(turn.Say("nothing.notYours"));
        var (from, to) = DaysOf(turn, sheet);
        var id = turn.Ids.Next();
        var report = new EventReport
        {
            Id = id,
            TypeId = EventType.Nothing,
            AuthorId = turn.Who.PersonId,
            ReporterRole = turn.Texts.Plain($"events.roles.{ReportWriter.RoleOver(turn.Who, place)}"),
            SummaryId = turn.Pressed?.Message.Id,
            MunicipalityId = place.MunicipalityId,
            Region = place.Region,
            From = from,
            To = to,
            Precision = EventReport.ToTheMonth,
            EventsCount = 0,
            Topic = sheet[Why],
            ReportedAt = turn.Now,
            Schools =
            [
                .. place.Schools.Select(school => new EventReportSchool
                {
                    ReportId = id,
                    SchoolId = school.Id,
                }),
            ],
        };
        turn.Db.EventReports.Add(report);
        var title = (await turn.Db.EventTypes.FindAsync(EventType.Nothing))?.Name;
        await AuditTrail.Note(
            turn,
            "event.reported",
            Reviewing.SubjectOf(report, title),
            after: sheet[Month]
        );
        return Reply.With(
            turn.Say("nothing.done", ("month", sheet.Shown(Month)), ("where", sheet.Shown(School)))
        );
    }

    /// <summary>The whole month, or as much of it as is over.</summary>
    private static (DateOnly From, DateOnly To) DaysOf(TurnContext turn, AnswerSheet sheet)
    {
        var from = MonthQuestion.Stored(sheet[Month]!);
        var last = from.AddMonths(1).AddDays(-1);
        return (from, last < turn.Today ? last : turn.Today);
    }
}
