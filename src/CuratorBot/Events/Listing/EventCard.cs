using CuratorBot.Conversations.Turns;
using CuratorBot.Events.Reporting;
using CuratorBot.Events.Review;
using CuratorBot.Fields;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Events.Listing;

/// <summary>One report with all that it says.</summary>
internal static class EventCard
{
    public static async Task<Reply> Show(
        TurnContext turn,
        EventTypes types,
        ReportFields fields,
        long reportId
    )
    {
        if (await Find(turn, reportId) is not { } report)
            return Reply.OnlyToast(turn.Texts.Plain("events.gone"));
        var names = await ReportNames.ForCard(turn, types, fields, report);
        return Reply.With(
            turn.Say(await TextOf(turn, names, fields, report)) with
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
            rows.Add([turn.Button("files.show", EventsAction.Files(report.Id))]);
        if (
            report.AuthorId == turn.Who.PersonId
            && !turn.Who.MayWork.IsEmpty
            && await turn.Db.ReportSheets.AnyAsync(row => row.ReportId == report.Id)
        )
            rows.Add([turn.Button("review.mend", ReviewActions.Of(ReviewActions.Mend, report.Id))]);
        return rows;
    }

    public static async Task<Reply> ShowFiles(TurnContext turn, RowFiles files, long reportId) =>
        await Find(turn, reportId) is { } report
            ? files.Of(turn, report.Files)
            : Reply.OnlyToast(turn.Texts.Plain("events.gone"));

    internal static Task<EventReport?> Find(TurnContext turn, long reportId) =>
        turn
            .Db.ReportsVisibleTo(turn.Who, turn.Today)
            .AsNoTracking()
            .Include(report => report.Schools)
            .Include(report => report.Files)
            .Include(report => report.Shares)
            .SingleOrDefaultAsync(report => report.Id == reportId);

    private static async Task<RichText> TextOf(
        TurnContext turn,
        ReportNames names,
        ReportFields fields,
        EventReport report
    )
    {
        var text = new RichTextBuilder().Add(turn.Text("events.card.head", ("what", names.What(report))));
        void Line(string label, RichText value)
        {
            if (value.Length > 0)
                text.Line(turn.Text("events.card.line", ("label", label), ("value", value)));
        }
        foreach (var field in fields.OnCard())
            Line(names.LabelOf(report, field), field.ShowIn(names, report));
        Line(turn.Texts.Plain("events.card.reporter"), await Reporter(turn, report));
        if (report.AuthorId is not null)
            Line(turn.Texts.Plain("events.card.state"), await Reviewing.Decision(turn, report));
        return text.Build();
    }

    private static async Task<RichText> Reporter(TurnContext turn, EventReport report)
    {
        var author = await turn
            .Db.People.AsNoTracking()
            .SingleOrDefaultAsync(person => person.Id == report.AuthorId);
        var name = author?.ForgottenAt is null ? author?.Name : turn.Texts.Plain("people.former");
        return string.Join(", ", new[] { name, report.ReporterRole }.OfType<string>());
    }
}
