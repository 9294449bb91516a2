using System.Globalization;
using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Announcements;

/// <summary>How one's own announcements went: the counts, who has not read one, and the list of them.</summary>
public sealed class AccountAction : IAction
{
    private const int PageSize = 20;
    private const int ListSize = 8;
    private const string MinePage = "announce.minePage";

    public IEnumerable<string> Names =>
        [
            AnnouncementActions.Account,
            AnnouncementActions.Refresh,
            AnnouncementActions.Missing,
            AnnouncementActions.Mine,
            MinePage,
        ];

    public bool ReadsOnly => true;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (!turn.Who.MayWork.IsWide)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (name is AnnouncementActions.Mine or MinePage)
            return await Mine(turn, Page.Wanted(argument), isTurned: name == MinePage);
        var parts = argument.Split(':', 2);
        if (await AnnouncementActions.Own(turn, parts[0]) is not { } announcement)
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        return name switch
        {
            AnnouncementActions.Missing => await MissingOf(
                turn,
                announcement,
                parts.ElementAtOrDefault(1) ?? ""
            ),
            AnnouncementActions.Refresh => await Refreshed(turn, announcement),
            _ => Reply.With(
                AccountCard.Message(
                    turn.Ids.Next(),
                    turn.Texts,
                    announcement,
                    await DeliveryAccount.Of(turn.Db, announcement)
                )
            ),
        };
    }

    private static async Task<Reply> Refreshed(TurnContext turn, Announcement announcement)
    {
        var account = await DeliveryAccount.Of(turn.Db, announcement);
        return Reply
            .With(
                turn.EditPressed(
                    AccountCard.Text(turn.Texts, announcement, account),
                    AccountCard.Choices(turn.Texts, announcement, account)
                )
            )
            .WithToast(turn.Texts.Plain("announce.refreshed"));
    }

    /// <summary>Whoever has not pressed «Прочитано», those that it did not reach first.</summary>
    private static async Task<Reply> MissingOf(TurnContext turn, Announcement announcement, string wanted)
    {
        var missing =
            from delivery in turn.Db.AnnouncementDeliveries
            where delivery.AnnouncementId == announcement.Id && delivery.ReadAt == null
            join person in turn.Db.People on delivery.PersonId equals person.Id
            join message in turn.Db.Outbox on delivery.OutboxId equals (long?)message.Id into messages
            from message in messages.DefaultIfEmpty()
            select new
            {
                person.Id,
                person.Name,
                IsLost = message!.State == OutboxState.Failed
                    || (delivery.OutboxId == null && delivery.HeldUntil == null),
            };
        var page = Page.Nearest(Page.Wanted(wanted), PageSize, await missing.CountAsync());
        var rows = await missing
            .OrderByDescending(row => row.IsLost)
            .ThenBy(row => row.Name)
            .ThenBy(row => row.Id)
            .Skip(page.From)
            .Take(PageSize)
            .ToListAsync();
        var text = new RichTextBuilder()
            .Line(
                turn.Text(
                    "announce.missingHead",
                    ("title", AccountCard.TitleOf(announcement)),
                    ("n", page.All)
                )
            )
            .EmptyLine();
        foreach (var row in rows)
            text.Line(
                turn.Text(
                    row.IsLost ? "announce.missingLost" : "announce.missingLine",
                    ("name", row.Name ?? turn.Texts.Plain("debtors.nameless"))
                )
            );
        var said = turn.Say(text.Build()) with
        {
            Choices =
            [
                .. page.Turning(
                    turn,
                    number =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{AnnouncementActions.Missing}:{announcement.Id}:{number}"
                        )
                ),
            ],
        };
        return Reply.With(said);
    }

    private static async Task<Reply> Mine(TurnContext turn, int wanted, bool isTurned)
    {
        var me = turn.Who.PersonId;
        var mine = turn.Db.Announcements.Where(row =>
            row.AuthorId == me && row.State != AnnouncementState.Draft
        );
        var page = Page.Nearest(wanted, ListSize, await mine.CountAsync());
        var rows = await mine.OrderByDescending(row => row.Id).Skip(page.From).Take(ListSize).ToListAsync();
        var text = turn.Text(rows.Count == 0 ? "announce.mineNone" : "announce.mineHead");
        IReadOnlyList<IReadOnlyList<Choice>> choices =
        [
            .. rows.Select(IReadOnlyList<Choice> (row) => [OneOf(turn, row)]),
            .. page.Turning(
                turn,
                number => string.Create(CultureInfo.InvariantCulture, $"{MinePage}:{number}")
            ),
        ];
        return Reply.With(
            isTurned ? turn.EditPressed(text, choices) : turn.Say(text) with { Choices = choices }
        );
    }

    private static Choice OneOf(TurnContext turn, Announcement announcement) =>
        new(
            turn.Texts.Plain(
                "announce.mineLine",
                ("date", LocalDays.Today(announcement.SendAt!.Value, turn.Who.TimeZone)),
                ("title", AccountCard.TitleOf(announcement))
            ),
            AnnouncementCards.ActionOf(AnnouncementActions.Account, announcement)
        );
}
