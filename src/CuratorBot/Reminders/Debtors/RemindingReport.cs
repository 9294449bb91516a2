using CuratorBot.Conversations.Turns;
using CuratorBot.Texts;

namespace CuratorBot.Reminders.Debtors;

/// <summary>What a coordinator is told after she had debtors reminded: who hears when, and who does not.</summary>
internal static class RemindingReport
{
    private const int MostLines = 10;

    public static async Task<RichText> Write(TurnContext turn, DebtorBook book, RemindingAccount account)
    {
        var words = await DebtorWords.For(
            turn,
            [
                .. account.Reminded.Select(one => one.PersonId),
                .. account.Spared.SelectMany(one => new[] { one.PersonId, one.By }),
                .. account.Substituted.SelectMany(debt => debt.Receivers).Select(one => one.PersonId),
            ]
        );
        var text = new RichTextBuilder().Line(
            book.Municipality is { } name
                ? words.Get("report.headOf", ("name", name))
                : words.Get("report.head")
        );
        foreach (
            var arrival in account.Reminded.GroupBy(one => (one.Arrival, one.At)).OrderBy(one => one.Key)
        )
            text.EmptyLine().Line(ArrivalLine(words, arrival.Key.Arrival, arrival.Key.At, [.. arrival]));
        Lines(text, words.Get("report.spared"), account.Spared, one => SparedLine(words, one), words);
        Lines(
            text,
            words.Get("report.substituted"),
            account.Substituted.DistinctBy(debt => debt.Obligation.OwnerId),
            debt =>
                words.Get(
                    "report.substitute",
                    ("owner", debt.Owner),
                    ("names", words.NamesOf(debt.Receivers.Select(one => one.PersonId)))
                ),
            words
        );
        Lines(
            text,
            words.Get("report.lost"),
            account.Lost.DistinctBy(debt => debt.Obligation.OwnerId),
            debt => words.Get("report.lostLine", ("owner", debt.Owner)),
            words
        );
        return text.Build();
    }

    private static RichText ArrivalLine(
        DebtorWords words,
        Arrival arrival,
        DateTimeOffset? at,
        IReadOnlyCollection<Reminded> people
    ) =>
        words.Get(
            $"report.{arrival}",
            ("n", people.Count),
            ("names", words.NamesOf(people.Select(one => one.PersonId))),
            ("when", at is { } morning ? words.When(morning) : null)
        );

    private static RichText SparedLine(DebtorWords words, AskedOnce one) =>
        words.Get(
            one.IsWaiting ? "report.sparedWaiting" : "report.sparedLine",
            ("name", words.NameOf(one.PersonId)),
            ("when", words.When(one.At)),
            ("who", words.NameOf(one.By))
        );

    private static void Lines<T>(
        RichTextBuilder text,
        RichText head,
        IEnumerable<T> all,
        Func<T, RichText> line,
        DebtorWords words
    )
    {
        var rows = all.ToList();
        if (rows.Count == 0)
            return;
        text.EmptyLine().Line(head);
        foreach (var row in rows.Take(MostLines))
            text.Line(line(row));
        if (rows.Count > MostLines)
            text.Line(words.Get("report.more", ("n", rows.Count - MostLines)));
    }
}
