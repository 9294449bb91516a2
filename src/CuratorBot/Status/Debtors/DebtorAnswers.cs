using CuratorBot.Conversations.Turns;
using CuratorBot.Texts;

namespace CuratorBot.Status.Debtors;

/// <summary>Who of one municipality is late with what.</summary>
internal sealed class DebtorAnswers(AnswerCache cache)
{
    /// <summary>So many fit one message with all that they owe.</summary>
    private const int PageSize = 6;

    /// <summary>Null when there is no municipality of the id that this person may see.</summary>
    public async Task<KeptAnswer?> Find(TurnContext turn, string id, int wanted)
    {
        var key = $"debtors:{id}:{wanted}";
        if ((cache.Find(turn, $"{key}:remind") ?? cache.Find(turn, key)) is { } kept)
            return kept;
        var municipality = (await MunicipalityFacts.Find(turn.Db, id))?.Municipality;
        if (municipality is null || !turn.Who.MaySee.Includes(municipality))
            return null;
        var day = LocalDay.Of(turn.Now, municipality.TimeZone);
        var debtors = await Debtor.Read(turn.Db, id, day.Date);
        var page = Page.Nearest(wanted, PageSize, debtors.Count);
        var words = new StatusWords(turn.Texts);
        var mayRemind = turn.Who.MayWork.Includes(municipality);
        var answer = new KeptAnswer(
            Write(words, municipality.Name, debtors, page, day.Date),
            [
                .. Buttons.Pages(words, $"{Buttons.Debtors}:{id}:", page),
                .. Buttons.BesideDebtors(turn, id, mayRemind && debtors.Count > 0),
                [
                    new(
                        words.Get("buttons.back", ("name", municipality.Name)).Text,
                        $"{Buttons.Municipality}:{id}"
                    ),
                ],
            ],
            who => who.MaySee.Includes(municipality) && who.MayWork.Includes(municipality) == mayRemind,
            day
        );
        return cache.Keep(turn, mayRemind ? $"{key}:remind" : key, answer);
    }

    private static RichText Write(
        StatusWords words,
        string name,
        List<Debtor> debtors,
        Page page,
        DateOnly today
    )
    {
        var text = new RichTextBuilder().Add(words.Get("debtors.head", ("name", name), ("date", today)));
        if (debtors.Count == 0)
            return text.EmptyLine().Line(words.Get("debtors.none")).Build();
        text.Line(words.Get("lead.overdue", ("n", debtors.Sum(debtor => debtor.Debts.Count))));
        foreach (var debtor in page.Of(debtors))
            Add(text, words, debtor, today);
        if (page.Last > 0)
            text.EmptyLine().Line(words.Get("pages.which", ("n", page.Number + 1), ("of", page.Last + 1)));
        return text.Build();
    }

    private static void Add(RichTextBuilder text, StatusWords words, Debtor debtor, DateOnly today)
    {
        text.EmptyLine()
            .Line(
                words.Get(
                    "debtors.owner",
                    ("name", debtor.School is null ? words.Get("debtors.authority") : debtor.School),
                    ("n", debtor.Debts.Count)
                )
            );
        foreach (var sameDay in debtor.Debts.GroupBy(debt => debt.DueOn))
        {
            text.Line(
                words.Get(
                    "debtors.due",
                    ("date", sameDay.Key),
                    ("days", today.DayNumber - sameDay.Key.DayNumber)
                )
            );
            foreach (var debt in sameDay)
                text.Line(words.Get("debtors.debt", ("title", debt.Title)));
        }
    }
}
