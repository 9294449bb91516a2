using CuratorBot.Conversations;
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
        var card = turn.Say(await TextOf(turn, names, report));
        return Turn.Reply(
            report.Files.Count == 0
                ? card
                : card with
                {
                    Choices =
                    [
                        [turn.Button("events.showFiles", EventsAction.Files(report.Id))],
                    ],
                }
        );
    }

    /// <summary>Sends the files again; one that lies in another messenger cannot be sent here.</summary>
    public static async Task<Turn> ShowFiles(TurnContext turn, long reportId)
    {
        if (await Find(turn, reportId) is not { } report)
            return Turn.OnlyToast(turn.Texts.Plain("events.gone"));
        var reply = new Turn();
        var here = report.Files.Where(file => file.Channel == turn.Message.Channel).ToList();
        foreach (var file in here.OrderBy(file => file.Id))
            reply.Then(
                new OutgoingMessage
                {
                    Id = turn.Ids.Next(),
                    Kind = file.Kind == EventReportFile.Photo ? OutgoingKind.Photo : OutgoingKind.Document,
                    FileId = file.FileId,
                    FileName = file.Name,
                }
            );
        return here.Count == report.Files.Count ? reply : reply.Then(turn.Say("events.filesElsewhere"));
    }

    private static Task<EventReport?> Find(TurnContext turn, long reportId) =>
        turn
            .Db.EventReports.VisibleTo(turn.Who, turn.Today)
            .AsNoTracking()
            .Include(report => report.Schools)
            .Include(report => report.Files)
            .SingleOrDefaultAsync(report => report.Id == reportId);

    private static async Task<RichText> TextOf(TurnContext turn, ReportNames names, EventReport report)
    {
        var text = new RichTextBuilder().Add(turn.Text("events.card.head", ("what", names.What(report))));
        void Line(string key, RichText value)
        {
            if (value.Length > 0)
                text.Line(turn.Text($"events.card.{key}", ("value", value)));
        }
        Line("schools", names.Schools(report));
        Line("municipality", names.Municipality(report) ?? "");
        Line("when", ReportDates.Show(turn, report));
        Line(
            "people",
            report switch
            {
                { Participants: { } people, ParticipantsOf: { } all } => turn.Text(
                    "events.peopleOf",
                    ("count", people),
                    ("all", all)
                ),
                { Participants: { } people } => turn.Text("events.people", ("count", people)),
                _ => turn.Text("events.peopleUnknown"),
            }
        );
        Line("audience", report.Audience ?? "");
        Line("format", report.Format ?? "");
        Line("topic", report.Topic ?? "");
        Line("result", report.Result ?? "");
        Line("next", report.NextStep ?? "");
        Line("checkBack", report.CheckBackOn is { } day ? RussianDates.Show(day, "year") : "");
        Line("files", RichText.Join(", ", Files(turn, report)));
        Line("reporter", await Reporter(turn, report));
        return text.Build();
    }

    private static IEnumerable<RichText> Files(TurnContext turn, EventReport report) =>
        ReportRecap.FilesIn(
            turn,
            report.Files.Count(file => file.Kind == EventReportFile.Photo),
            report.Files.Count
        );

    private static async Task<RichText> Reporter(TurnContext turn, EventReport report)
    {
        var name = await turn
            .Db.People.Where(person => person.Id == report.AuthorId)
            .Select(person => person.Name)
            .SingleOrDefaultAsync();
        return string.Join(", ", new[] { name, report.ReporterRole }.OfType<string>());
    }
}
