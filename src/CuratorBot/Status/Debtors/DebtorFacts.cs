using CuratorBot.Data;
using CuratorBot.Schedule;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Status.Debtors;

/// <summary>Something that is overdue, and whose it is.</summary>
/// <param name="School">Short name of the school that owes it; null for the municipal authority.</param>
internal sealed record DebtLine(string OwnerId, string? School, string Title, DateOnly DueOn);

/// <summary>A school or the municipal authority that is late, and what it owes, the oldest first.</summary>
/// <param name="School">Short name of the school; null for the municipal authority.</param>
internal sealed record Debtor(string? School, IReadOnlyList<DebtLine> Debts)
{
    public DateOnly Oldest => Debts[0].DueOn;

    /// <summary>All of one municipality, who is late for longest first.</summary>
    public static async Task<List<Debtor>> Read(CuratorBotDb db, string municipalityId, DateOnly today)
    {
        var lines = await DebtsIn(db, municipalityId, today).ToListAsync();
        return
        [
            .. lines
                .GroupBy(line => (line.OwnerId, line.School))
                .Select(owner => new Debtor(owner.Key.School, [.. owner]))
                .OrderBy(debtor => debtor.Oldest)
                .ThenByDescending(debtor => debtor.Debts.Count)
                .ThenBy(debtor => debtor.School ?? "", Texts.RussianOrder.Names),
        ];
    }

    private static readonly Func<CuratorBotDb, string, DateOnly, IAsyncEnumerable<DebtLine>> DebtsIn =
        EF.CompileAsyncQuery(
            (CuratorBotDb db, string id, DateOnly today) =>
                from owed in db.Obligations
                where
                    owed.MunicipalityId == id
                    && owed.DueOn < today
                    && owed.DoneAt == null
                    && owed.Active
                    && !owed.Optional
                join task in db.Tasks on owed.TaskId equals task.Id
                join school in db.Schools on owed.OwnerId equals school.Id into schools
                from school in schools.DefaultIfEmpty()
                orderby owed.DueOn, task.Order
                select new DebtLine(
                    owed.OwnerId,
                    owed.OwnerKind == OwnerKind.School ? school!.ShortName : null,
                    task.Title,
                    owed.DueOn
                )
        );
}
