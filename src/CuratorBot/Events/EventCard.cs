using CuratorBot.Conversations;
using CuratorBot.Events.Review;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events;

/// <summary>One report with all that it says.</summary>
internal static class EventCard
{
    public static async Task<Turn> Show(TurnContext turn, EventTypes types, long reportId)
    {
        if (await Find(turn, reportId) is not { } report)
            return Turn.OnlyToast(turn.Texts.Plain("events.gone"));
        var names = await ReportNames.For(turn, types, [report]);
        return Turn.Reply(
            turn.Say(await TextOf(turn, names, report)) with
            {
                Choices = [.. await Buttons(turn, report)],
            }
        );
    }

    private static async Task<IEnumerable<IReadOnlyList<Choice>>> Buttons(
        TurnContext turn,
        EventReport report
    )
    {
        var rows = new List<IReadOnlyList<Choice>>();
        if (report.State == ReviewState.Waiting && Reviewers.MayReview(turn.Who, report))
            rows.Add([
                turn.Button("review.accept", ReviewActions.Of(ReviewActions.Accept, report.Id)),
                turn.Button("review.return", ReviewActions.Of(ReviewActions.Return, report.Id)),
            ]);
        if (report.Files.Count > 0)
            rows.Add([turn.Button("events.showFiles", EventsAction.Files(report.Id))]);
        if (
            report.AuthorId == turn.Who.PersonId
            && !turn.Who.MayWork.IsEmpty
            && await turn.Db.ReportSheets.AnyAsync(row => row.ReportId == report.Id)
        )
            rows.Add([turn.Button("review.mend", ReviewActions.Of(ReviewActions.Mend, report.Id))]);
        return rows;
    }

    /// <summary>Sends the files as they are kept; one that lies in another messenger alone cannot be sent here.</summary>
    public static async Task<Turn> ShowFiles(TurnContext turn, long reportId)
    {
        if (await Find(turn, reportId) is not { } report)
            return Turn.OnlyToast(turn.Texts.Plain("events.gone"));
        var reply = new Turn();
        var here = report
            .Files.Where(file => file.StoredAs is not null || file.Channel == turn.Message.Channel)
            .ToList();
        foreach (var file in here.OrderBy(file => file.Id))
            reply.Then(
                new OutgoingMessage
                {
                    Id = turn.Ids.Next(),
                    Kind = file.Kind == EventReportFile.Photo ? OutgoingKind.Photo : OutgoingKind.Document,
                    FileId = file.StoredAs is null ? file.FileId : null,
                    FilePath = file.StoredAs,
                    FileName = file.Name ?? NameOf(file),
                }
            );
        return here.Count == report.Files.Count ? reply : reply.Then(turn.Say("events.filesElsewhere"));
    }

    /// <summary>A photo has no name of its own; a messenger needs one for what is uploaded.</summary>
    private static string? NameOf(EventReportFile file) => file.StoredAs is null ? null : "photo.jpg";

    internal static Task<EventReport?> Find(TurnContext turn, long reportId) =>
        turn
            .Db.EventReports.VisibleTo(turn.Who, turn.Today)
            .AsNoTracking()
            .Include(report => report.Schools)
            .Include(report => report.Files)
            .Include(report => report.Shares)
            .SingleOrDefaultAsync(report => report.Id == reportId);

    internal static async Task<RichText> TextOf(TurnContext turn, ReportNames names, EventReport report)
    {
        var text = new RichTextBuilder().Add(turn.Text("events.card.head", ("what", names.What(report))));
        void Line(string key, RichText value)
        {
            if (value.Length > 0)
                text.Line(turn.Text($"events.card.{key}", ("value", value)));
        }
        var kind = names.KindOf(report);
        Line("schools", names.Schools(report));
        Line("host", await Host(turn, report));
        Line("municipality", names.Municipality(report) ?? "");
        Line("when", ReportDates.Show(turn, report));
        Line("people", People(turn, report));
        foreach (var share in report.Shares.OrderByDescending(share => share.Audience))
            Line(share.Audience, Show(turn, share));
        Line("audience", report.Audience ?? "");
        Line("format", report.Format ?? "");
        Line("level", report.Level is { } level ? turn.Text($"report.level.options.{level}") : "");
        Line(
            EventWants.Agenda(kind) ? "agenda"
                : report.EventsCount == 0 ? "because"
                : "topic",
            report.Topic ?? ""
        );
        Line("question", report.Question ?? "");
        Line(EventWants.Agenda(kind) ? "decisions" : "result", report.Result ?? "");
        Line("next", report.NextStep ?? "");
        Line("checkBack", report.CheckBackOn is { } day ? RussianDates.Show(day, "year") : "");
        Line("risk", await NamesOf(turn, report.RiskId is { } risk ? [risk] : []));
        Line("zones", await NamesOf(turn, report.Zones));
        Line("link", report.Link ?? "");
        Line("files", RichText.Join(", ", Files(turn, report)));
        Line("reporter", await Reporter(turn, report));
        Line("state", report.AuthorId is null ? "" : await Reviewing.Decision(turn, report));
        return text.Build();
    }

    private static RichText People(TurnContext turn, EventReport report) =>
        report switch
        {
            { Participants: { } people, ParticipantsOf: { } all and > 0 } => ShareQuestion.Shown(
                turn,
                new Share(people, all, report.StatedPercent)
            ),
            { Participants: { } people } => turn.Text("events.people", ("count", people)),
            { Shares.Count: > 0 } or { EventsCount: 0 } => "",
            _ => turn.Text("events.peopleUnknown"),
        };

    private static RichText Show(TurnContext turn, EventReportShare share) =>
        ShareQuestion.Shown(turn, new Share(share.Part, share.Base, share.StatedPercent));

    private static async Task<RichText> Host(TurnContext turn, EventReport report) =>
        report.HostSchoolId is { } id && await turn.Db.Schools.FindAsync(id) is { } school
            ? school.ShortName
            : "";

    private static async Task<RichText> NamesOf(TurnContext turn, List<string> ids) =>
        ids.Count == 0
            ? ""
            : string.Join(
                ", ",
                await turn
                    .Db.RiskFactors.Where(row => ids.Contains(row.Id))
                    .OrderBy(row => row.Order)
                    .Select(row => row.Name)
                    .ToListAsync()
            );

    private static IEnumerable<RichText> Files(TurnContext turn, EventReport report) =>
        ReportRecap.FilesIn(
            turn,
            report.Files.Count(file => file.Kind == EventReportFile.Photo),
            report.Files.Count
        );

    private static async Task<RichText> Reporter(TurnContext turn, EventReport report)
    {
        var author = await turn
            .Db.People.AsNoTracking()
            .SingleOrDefaultAsync(person => person.Id == report.AuthorId);
        var name = author?.ForgottenAt is null ? author?.Name : turn.Texts.Plain("people.former");
        return string.Join(", ", new[] { name, report.ReporterRole }.OfType<string>());
    }
}
