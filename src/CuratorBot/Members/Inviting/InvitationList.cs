using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Members.Inviting;

/// <summary>«Кто кого пригласил»: the invitations into what a coordinator looks after, the newest first.</summary>
public sealed class InvitationList
{
    private const int PageSize = 6;
    private const int ButtonsInRow = 3;

    private readonly IReadOnlyList<Row> _rows;
    private readonly Page _page;

    private sealed record Row(Invitation Invitation, string? Place, string? CreatedBy, string? EndedBy);

    private InvitationList(IReadOnlyList<Row> rows, Page page) => (_rows, _page) = (rows, page);

    /// <param name="wanted">Page from 0; one that does not exist becomes the nearest.</param>
    public static async Task<InvitationList> Read(TurnContext turn, int wanted)
    {
        var db = turn.Db;
        var seen = SeenBy(db, turn.Who);
        var page = Page.Nearest(wanted, PageSize, await seen.CountAsync());
        var rows = await (
            from invitation in seen.OrderByDescending(row => row.Id).Skip(page.From).Take(page.Size)
            join school in db.Schools on invitation.SchoolId equals school.Id into schools
            from school in schools.DefaultIfEmpty()
            join municipality in db.Municipalities
                on invitation.MunicipalityId equals municipality.Id
                into municipalities
            from municipality in municipalities.DefaultIfEmpty()
            join creator in db.People on invitation.CreatedBy equals (long?)creator.Id into creators
            from creator in creators.DefaultIfEmpty()
            join ender in db.People
                on invitation.UsedBy ?? invitation.RevokedBy equals (long?)ender.Id
                into enders
            from ender in enders.DefaultIfEmpty()
            select new Row(
                invitation,
                school!.ShortName ?? municipality!.Name ?? invitation.Region,
                creator!.Name,
                ender!.Name
            )
        ).ToListAsync();
        return new([.. rows.OrderByDescending(row => row.Invitation.Id)], page);
    }

    /// <summary>The invitation, if this person may see and revoke it; null otherwise.</summary>
    public static Task<Invitation?> Find(CuratorBotDb db, Asker who, long id) =>
        SeenBy(db, who).SingleOrDefaultAsync(row => row.Id == id);

    public RichText Text(TurnContext turn)
    {
        if (_page.All == 0)
            return turn.Text("invite.list.none");
        var lines = new RichTextBuilder().Line(turn.Text("invite.list.head", ("count", _page.All)));
        foreach (var (place, row) in _rows.Index())
            lines.EmptyLine().Line(Line(turn, row, NumberOf(place)));
        return lines.Build();
    }

    public IReadOnlyList<IReadOnlyList<Choice>> Choices(TurnContext turn)
    {
        var revoke = _rows
            .Index()
            .Where(each => each.Item.Invitation.StateAt(turn.Now) == InvitationState.Waiting)
            .Select(each => new Choice(
                turn.Texts.Plain("invite.list.revoke", ("number", NumberOf(each.Index))),
                RevokeInvitationAction.Of(each.Item.Invitation.Id, _page.Number)
            ));
        return [.. revoke.Chunk(ButtonsInRow), .. _page.Turning(turn, InvitationListAction.Page)];
    }

    /// <summary>
    /// A regional coordinator sees those into her region, a municipal one those into the schools of her
    /// municipality, each the ones that she made.
    /// </summary>
    private static IQueryable<Invitation> SeenBy(CuratorBotDb db, Asker who)
    {
        if (who.MayAdmit.Everything)
            return db.Invitations;
        var (regions, places) = (who.MayAdmit.Regions, who.MayAdmit.Municipalities);
        return from invitation in db.Invitations
            join school in db.Schools on invitation.SchoolId equals school.Id into schools
            from school in schools.DefaultIfEmpty()
            join municipality in db.Municipalities
                on invitation.MunicipalityId ?? school!.MunicipalityId equals municipality.Id
                into municipalities
            from municipality in municipalities.DefaultIfEmpty()
            where
                invitation.CreatedBy == who.PersonId
                || regions.Contains((invitation.Region ?? school!.Region ?? municipality!.Region)!)
                || (
                    invitation.Role != Role.MunicipalCoordinator
                    && invitation.Role != Role.RegionalCoordinator
                    && places.Contains(municipality!.Id)
                )
            select invitation;
    }

    private int NumberOf(int place) => _page.From + place + 1;

    private static RichText Line(TurnContext turn, Row row, int number)
    {
        var invitation = row.Invitation;
        DateOnly Day(DateTimeOffset at) => LocalDays.Today(at, turn.Who.TimeZone);
        var state = invitation.StateAt(turn.Now);
        return RichText.Lines(
            turn.Text(
                "invite.list.line",
                ("number", number),
                ("role", RoleLines.NameOf(turn.Texts, invitation.Role)),
                ("place", row.Place ?? turn.Texts.Plain("invite.list.anywhere"))
            ),
            row.CreatedBy is { } creator
                ? turn.Text("invite.list.made", ("date", Day(invitation.CreatedAt)), ("by", creator))
                : turn.Text("invite.list.madeByOperator", ("date", Day(invitation.CreatedAt))),
            turn.Text(
                $"invite.list.states.{state}",
                (
                    "date",
                    Day(
                        state switch
                        {
                            InvitationState.Used => invitation.UsedAt!.Value,
                            InvitationState.Revoked => invitation.RevokedAt!.Value,
                            _ => invitation.ExpiresAt,
                        }
                    )
                ),
                ("by", row.EndedBy ?? turn.Texts.Plain("invite.list.somebody"))
            )
        );
    }
}
