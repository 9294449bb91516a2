using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Reminders.Debtors;

/// <summary>
/// «Кого мы не можем достать»: schools and authorities where somebody cannot be reached, why, and who hears in
/// her stead: a colleague, else the coordinator.
/// </summary>
internal sealed class UnreachableList
{
    private const int PageSize = 8;
    private const int MostNames = 3;

    private readonly IReadOnlyList<Line> _lines;
    private readonly Page _page;
    private readonly string? _municipality;

    private sealed record Line(
        OwingPlace Place,
        IReadOnlyList<Gap> Gaps,
        Stead Stead,
        IReadOnlyList<string> Names
    );

    /// <summary>Who hears instead.</summary>
    private enum Stead
    {
        Colleague,
        Coordinator,
        Region,
    }

    private UnreachableList(IReadOnlyList<Line> lines, Page page, string? municipality) =>
        (_lines, _page, _municipality) = (lines, page, municipality);

    public static async Task<UnreachableList> Read(TurnContext turn, string? municipalityId, int wanted)
    {
        var book = await ReachBook.Read(turn, municipalityId);
        var lines = (
            from place in book.Places
            let gaps = GapsOf(book, place).ToList()
            where gaps.Count > 0
            select LineOf(book, place, gaps)
        ).ToList();
        var municipality = municipalityId is null
            ? null
            : (await turn.Db.Municipalities.FindAsync(municipalityId))?.Name;
        return new UnreachableList(lines, Page.Nearest(wanted, PageSize, lines.Count), municipality);
    }

    public RichText Text(TurnContext turn)
    {
        var text = new RichTextBuilder().Line(
            _municipality is { } name
                ? turn.Text("debtors.unreachable.headOf", ("name", name))
                : turn.Text("debtors.unreachable.head")
        );
        if (_lines.Count == 0)
            return text.EmptyLine().Line(turn.Text("debtors.unreachable.none")).Build();
        text.Line(turn.Text("debtors.unreachable.count", ("n", _lines.Count)));
        foreach (var line in _page.Of(_lines))
            Add(turn, text, line);
        if (_page.Last > 0)
            text.EmptyLine().Line(turn.Text("debtors.page", ("n", _page.Number + 1), ("of", _page.Last + 1)));
        return text.Build();
    }

    public IReadOnlyList<IReadOnlyList<Choice>> Choices(TurnContext turn, string? municipalityId)
    {
        var rows = _page
            .Turning(
                turn,
                page =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{ListsAction.UnreachablePage}:{municipalityId}:{page}"
                    )
            )
            .ToList();
        if (_lines.Count > 0 && !turn.Who.MayAdmit.IsEmpty)
            rows.Add([turn.Button("commands.invite", $"{Reception.CommandActionName}:invite:")]);
        return rows;
    }

    private static IEnumerable<Gap> GapsOf(ReachBook book, OwingPlace place)
    {
        foreach (var role in place.Wanted)
        {
            var held = book.Holders[place.Id].Where(one => one.Role == role).ToList();
            if (held.Count == 0)
                yield return Vacant(book, place, role);
            foreach (var one in held.Where(one => !one.IsReachable))
                yield return new Gap(role, WhyNot.Blocked, one.Name, one.UnreachableSince);
            foreach (var one in held.Where(one => one.IsReachable && book.Silent.Contains(one.PersonId)))
                yield return new Gap(role, WhyNot.Silent, one.Name, one.HeardAt);
        }
    }

    private static Gap Vacant(ReachBook book, OwingPlace place, Role role)
    {
        var invited = book.Invited[(place.Id, role)].ToList();
        if (invited.Count > 0)
            return new Gap(role, WhyNot.Invited, null, invited.Max());
        var expected = book.Expected[(place.Id, role)].FirstOrDefault();
        return new Gap(role, expected is null ? WhyNot.Nobody : WhyNot.Expected, expected, null);
    }

    private static Line LineOf(ReachBook book, OwingPlace place, IReadOnlyList<Gap> gaps)
    {
        List<string> Answering(string? id) =>
            [
                .. book.Holders[id ?? ""]
                    .Where(one => one.IsReachable && !book.Silent.Contains(one.PersonId))
                    .Select(one => one.Name)
                    .OfType<string>()
                    .Distinct(),
            ];
        var colleagues = Answering(place.Id);
        if (colleagues.Count > 0)
            return new Line(place, gaps, Stead.Colleague, colleagues);
        var coordinators = place.IsSchool ? Answering(place.MunicipalityId) : [];
        return new Line(place, gaps, coordinators.Count > 0 ? Stead.Coordinator : Stead.Region, coordinators);
    }

    private static void Add(TurnContext turn, RichTextBuilder text, Line line)
    {
        text.EmptyLine()
            .Line(
                turn.Text(
                    line.Place.IsSchool ? "debtors.unreachable.school" : "debtors.unreachable.authority",
                    ("name", line.Place.Name)
                )
            );
        foreach (var gap in line.Gaps)
            text.Line(GapLine(turn, gap));
        text.Line(
            turn.Text(
                $"debtors.unreachable.stead.{line.Stead}",
                ("names", string.Join(", ", line.Names.Take(MostNames)))
            )
        );
    }

    private static RichText GapLine(TurnContext turn, Gap gap) =>
        turn.Text(
            $"debtors.unreachable.why.{gap.Why}",
            ("role", RoleLines.NameOf(turn.Texts, gap.Role)),
            ("person", gap.Person ?? turn.Texts.Plain("debtors.nameless")),
            ("date", gap.Since is { } at ? LocalDays.Today(at, turn.Who.TimeZone) : null),
            ("time", gap.Since is { } since ? RussianSpans.Days(turn.Now - since) : null)
        );
}
