using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Registers;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Papers;

/// <summary>The list «посещение было, соглашения нет», from which each agreement can be entered at once.</summary>
internal sealed class MissingAgreementsAction(Agreements agreements) : IAction
{
    private const string Name = "papers.missing";
    private const int PageSize = 10;

    public IEnumerable<string> Names => [Name];
    public bool ReadsOnly => true;

    /// <summary>The button that leads here; null where nothing is missing.</summary>
    public static async Task<Choice?> Button(TurnContext turn)
    {
        var count = await Hers(turn).CountAsync();
        return count == 0
            ? null
            : new Choice(turn.Texts.Plain("agreements.missing.button", ("count", count)), $"{Name}:0");
    }

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Known is not { IsMember: true })
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var all = await Hers(turn).OrderBy(row => row.VisitedOn).ThenBy(row => row.PairId).ToListAsync();
        if (all.Count == 0)
            return Reply.With(turn.Say("agreements.missing.none"));
        var page = Page.Nearest(Page.Wanted(argument), PageSize, all.Count);
        var shown = page.Of(all).ToList();
        var ids = shown.SelectMany(row => new[] { row.SchoolId, row.HelperId }).ToHashSet();
        var names = await turn
            .Db.Schools.Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.ShortName);
        var lines = shown.Select(
            (row, at) =>
                turn.Text(
                    "agreements.missing.line",
                    ("number", page.From + at + 1),
                    ("school", names[row.SchoolId]),
                    ("helper", names[row.HelperId]),
                    ("date", row.VisitedOn)
                )
        );
        return Reply.With(
            turn.Say(RichText.Lines([turn.Text("agreements.missing.head"), "", .. lines])) with
            {
                Choices = [.. Buttons(turn, shown, page)],
            }
        );
    }

    private IEnumerable<IReadOnlyList<Choice>> Buttons(
        TurnContext turn,
        IReadOnlyList<MissingAgreement> shown,
        Page page
    )
    {
        var mayWrite = agreements.MayWrite(turn.Who);
        var rows = shown
            .Index()
            .Where(one => mayWrite.IsWide || mayWrite.IncludesSchool(one.Item.SchoolId))
            .Select(one => new Choice(
                turn.Texts.Plain("agreements.missing.enter", ("number", page.From + one.Index + 1)),
                Enter(agreements, one.Item)
            ))
            .Chunk(2);
        return
        [
            .. rows,
            .. page.Turning(turn, number => string.Create(CultureInfo.InvariantCulture, $"{Name}:{number}")),
        ];
    }

    /// <summary>Begins the agreement of the two schools.</summary>
    public static string Enter(Agreements agreements, MissingAgreement missing) =>
        RegisterActions.AddOfPair(agreements, missing.SchoolId, missing.HelperId);

    private static IQueryable<MissingAgreement> Hers(TurnContext turn) =>
        MissingAgreement.In(turn.Db, turn.Who.MaySee.Within(turn.Db.Schools), turn.Today);
}
