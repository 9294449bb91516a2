using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Schedule;

/// <summary>How much those whom a coordinator looks after still owe.</summary>
/// <param name="Who">Key of the text about them: schools or municipalities.</param>
/// <param name="Place">The municipality of the schools; empty for municipalities.</param>
/// <param name="Argument">What the button gives to the command «debtors».</param>
internal sealed record OthersDebt(string Who, string Place, string Argument, int Open, int Overdue)
{
    public static async Task<IReadOnlyList<OthersDebt>> Of(TurnContext turn)
    {
        var debts = new List<OthersDebt>();
        var ids = turn.Who.MayWork.Municipalities;
        if (ids.Count > 0)
        {
            var schools = await Read(OwnObligations.OfSchoolsIn(turn.Db, ids), turn.Now);
            var names = await turn.Db.Municipalities.Where(row => ids.Contains(row.Id)).ToListAsync();
            debts.AddRange(names.Select(row => Of("schools", row.Name, row.Id, schools[row.Id], turn.Now)));
        }
        if (turn.Who.MayWork.IsRegional)
        {
            var others = await Read(
                OwnObligations.OfRegions(turn.Db, turn.Who, OwnerKind.Municipality),
                turn.Now
            );
            debts.Add(Of("municipalities", "", "", others.SelectMany(rows => rows), turn.Now));
        }
        return debts;
    }

    public RichText Text(TurnContext turn) =>
        turn.Text(
            $"tasks.{Who}.{(Open == 0 ? "nothing" : "owe")}",
            ("place", Place),
            ("open", Open),
            ("overdue", Overdue)
        );

    public Choice Button(TurnContext turn) =>
        new(
            turn.Texts.Plain($"tasks.{Who}.debtors", ("place", Place)),
            $"{Reception.CommandActionName}:debtors:{Argument}"
        );

    private static OthersDebt Of(
        string who,
        string place,
        string argument,
        IEnumerable<Obligation> rows,
        DateTimeOffset now
    )
    {
        var all = rows.ToList();
        var overdue = all.Count(row => row.IsOverdue(LocalDays.Today(now, row.TimeZone)));
        return new OthersDebt(who, place, argument, all.Count, overdue);
    }

    private static async Task<ILookup<string?, Obligation>> Read(
        IQueryable<Obligation> query,
        DateTimeOffset now
    )
    {
        var rows = await query.AsNoTracking().ToListAsync();
        return rows.Where(row => !TaskList.IsPast(row, now)).ToLookup(row => row.MunicipalityId);
    }
}
