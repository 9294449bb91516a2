using System.Globalization;
using CuratorBot.Audit;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Members.Inviting;

/// <summary>«Кто кого пригласил», page by page in one message.</summary>
public sealed class InvitationListAction : IAction
{
    public const string Open = "invite.list:0";
    private const string List = "invite.list";
    private const string Turned = "invite.page";

    public IEnumerable<string> Names => [List, Turned];
    public bool ReadsOnly => true;

    public static string Page(int page) => string.Create(CultureInfo.InvariantCulture, $"{Turned}:{page}");

    /// <param name="argument">Page from 0.</param>
    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Who.MayAdmit.IsEmpty || !int.TryParse(argument, CultureInfo.InvariantCulture, out var page))
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var list = await InvitationList.Read(turn, page);
        return Reply.With(
            name == Turned
                ? turn.EditPressed(list.Text(turn), [.. list.Choices(turn)])
                : turn.Say(list.Text(turn)) with
                {
                    Choices = list.Choices(turn),
                }
        );
    }
}

/// <summary>«Отозвать»: the invitation lets nobody in any more.</summary>
public sealed class RevokeInvitationAction : IAction
{
    private const string Name = "invite.revoke";

    public IEnumerable<string> Names => [Name];
    public bool ReadsOnly => false;

    public static string Of(long id, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}:{id}:{page}");

    /// <param name="argument">Id of the invitation and the page of the list.</param>
    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (
            turn.Who.MayAdmit.IsEmpty
            || argument.Split(':') is not [var typed, var page]
            || !long.TryParse(typed, CultureInfo.InvariantCulture, out var id)
            || !int.TryParse(page, CultureInfo.InvariantCulture, out var shown)
        )
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (await InvitationList.Find(turn.Db, turn.Who, id) is not { } invitation)
            return Reply.OnlyToast(turn.Texts.Plain("invite.list.notYours"));
        var state = invitation.StateAt(turn.Now);
        if (state == InvitationState.Waiting)
            await Revoke(turn, invitation);
        await turn.Db.SaveChangesAsync();
        var list = await InvitationList.Read(turn, shown);
        return Reply
            .With(turn.EditPressed(list.Text(turn), [.. list.Choices(turn)]))
            .WithToast(turn.Texts.Plain($"invite.list.revoked.{state}"));
    }

    private static Task Revoke(TurnContext turn, Invitation invitation)
    {
        (invitation.RevokedAt, invitation.RevokedBy) = (turn.Now, turn.Who.PersonId);
        var subject = new AuditSubject("invitation", invitation.Id)
        {
            SchoolId = invitation.SchoolId,
            MunicipalityId = invitation.MunicipalityId,
            Region = invitation.Region,
        };
        return AuditTrail.Note(turn, "invitation.revoked", subject, before: $"{invitation.Role}");
    }
}
