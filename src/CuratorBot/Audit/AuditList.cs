using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Audit;

/// <summary>A page of entries, the newest first.</summary>
internal static class AuditList
{
    private const int PageSize = 10;

    public static async Task<OutgoingMessage> Show(TurnContext turn, AuditFilter filter, int page)
    {
        var entries = filter.Apply(turn.Db, turn.Who);
        var shown = await entries.AsNoTracking().Skip(page * PageSize).Take(PageSize + 1).ToListAsync();
        var head = await Head(turn, filter);
        if (shown.Count == 0)
            return turn.Say(RichText.Lines(head, "", turn.Text("audit.none")));
        var words = await AuditWords.For(turn, shown);
        return turn.Say(
            RichText.Lines([
                head,
                "",
                .. shown.Take(PageSize).Select(words.Line),
                "",
                turn.Text("audit.howToSearch"),
            ])
        ) with
        {
            Choices = Buttons(turn, filter, page, hasOlder: shown.Count > PageSize),
        };
    }

    private static async Task<RichText> Head(TurnContext turn, AuditFilter filter)
    {
        var name =
            filter.PersonId is { } person ? (await turn.Db.People.FindAsync(person))?.Name
            : filter.SchoolId is { } school ? (await turn.Db.Schools.FindAsync(school))?.ShortName
            : filter.MunicipalityId is { } place ? (await turn.Db.Municipalities.FindAsync(place))?.Name
            : null;
        return name is null ? turn.Text("audit.head") : turn.Text("audit.headOf", ("name", name));
    }

    private static List<IReadOnlyList<Choice>> Buttons(
        TurnContext turn,
        AuditFilter filter,
        int page,
        bool hasOlder
    )
    {
        var row = new List<Choice>();
        if (page > 0)
            row.Add(turn.Button("audit.newer", PageAction(filter, page - 1)));
        if (hasOlder)
            row.Add(turn.Button("audit.older", PageAction(filter, page + 1)));
        var rows = new List<IReadOnlyList<Choice>>();
        if (row.Count > 0)
            rows.Add(row);
        if (filter != new AuditFilter())
            rows.Add([turn.Button("audit.all", PageAction(new AuditFilter(), 0))]);
        return rows;
    }

    private static string PageAction(AuditFilter filter, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{AuditActions.Page}:{page}:{filter}");
}
