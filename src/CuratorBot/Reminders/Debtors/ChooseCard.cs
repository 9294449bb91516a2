using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schedule;
using CuratorBot.Texts;

namespace CuratorBot.Reminders.Debtors;

/// <summary>Who can be reminded, who would hear of it and who was last, with a tick for each.</summary>
internal sealed class ChooseCard(TurnContext turn, DebtorBook book, Selection selection)
{
    public const string Toggle = "debtors.toggle";
    private const int PageSize = 8;
    private const int ButtonsInRow = 4;

    private readonly Page _page = Page.Nearest(selection.Page, PageSize, book.Groups.Count);

    private IEnumerable<(int Number, DebtorGroup Group)> Shown =>
        _page.Of(book.Groups).Select((group, place) => (_page.From + place + 1, group));

    public async Task<RichText> Text()
    {
        var asked = await AskedBefore.Of(
            turn.Db,
            [.. Shown.SelectMany(one => one.Group.Debts).Select(debt => debt.Obligation.Id)],
            turn.Now
        );
        var words = await DebtorWords.For(turn, PeopleIn(asked));
        var text = new RichTextBuilder().Line(
            book.Municipality is { } name
                ? words.Get("choose.headOf", ("name", name))
                : words.Get("choose.head")
        );
        foreach (var (number, group) in Shown)
        {
            text.EmptyLine()
                .Line(
                    words.Get(
                        "choose.line",
                        ("number", number),
                        ("mark", turn.Texts.Plain(MarkOf(group))),
                        ("name", group.Name),
                        ("n", group.Debts.Count)
                    )
                )
                .Line(ReceiversOf(words, group));
            if (asked.LastOf(group.Debts.SelectMany(debt => debt.Pairs)) is { } last)
                text.Line(LastOf(words, last));
        }
        if (_page.Last > 0)
            text.EmptyLine().Line(words.Get("page", ("n", _page.Number + 1), ("of", _page.Last + 1)));
        return text.Build();
    }

    public IReadOnlyList<IReadOnlyList<Choice>> Choices()
    {
        var chosen = book.In(selection).Count();
        var ticks = Shown.Select(one => new Choice(
            turn.Texts.Plain(
                "debtors.choose.tick",
                ("mark", turn.Texts.Plain(MarkOf(one.Group))),
                ("number", one.Number)
            ),
            $"{Toggle}:{At(_page.Number).Toggled(one.Group)}"
        ));
        return
        [
            .. ticks.Chunk(ButtonsInRow).Select(IReadOnlyList<Choice> (row) => row),
            .. _page.Turning(turn, page => $"{Toggle}:{At(page)}"),
            .. chosen == 0
                ? Array.Empty<IReadOnlyList<Choice>>()
                :
                [
                    [
                        new Choice(
                            turn.Texts.Plain("debtors.choose.remind", ("n", chosen)),
                            $"{ObligationActions.Remind}:{selection}"
                        ),
                    ],
                ],
        ];
    }

    private Selection At(int page) => selection with { Page = page };

    private string MarkOf(DebtorGroup group) =>
        selection.Includes(group) ? "debtors.choose.on" : "debtors.choose.off";

    private IEnumerable<long> PeopleIn(AskedBefore asked)
    {
        foreach (var (_, group) in Shown)
        {
            foreach (var receiver in group.Debts.SelectMany(debt => debt.Receivers))
                yield return receiver.PersonId;
            if (asked.LastOf(group.Debts.SelectMany(debt => debt.Pairs)) is { } last)
            {
                yield return last.By;
                yield return last.PersonId;
            }
        }
    }

    /// <summary>Of a municipality only how many: their names would be too many.</summary>
    private RichText ReceiversOf(DebtorWords words, DebtorGroup group)
    {
        var people = group.Debts.SelectMany(debt => debt.Receivers).DistinctBy(one => one.PersonId).ToList();
        if (people.Count == 0)
            return words.Get("choose.nobody");
        var names = words.NamesOf(people.Select(one => one.PersonId));
        var key =
            people.Exists(one => one.Standing == Standing.Owner) ? "receive"
            : people.Exists(one => one.Standing == Standing.Teammate) ? "colleague"
            : "coordinator";
        return words.Get($"choose.{key}", ("n", people.Count), ("names", names));
    }

    private static RichText LastOf(DebtorWords words, AskedOnce last) =>
        last.IsWaiting
            ? words.Get("choose.waiting", ("who", words.NameOf(last.By)))
            : words.Get("choose.last", ("when", words.When(last.At)), ("who", words.NameOf(last.By)));
}
