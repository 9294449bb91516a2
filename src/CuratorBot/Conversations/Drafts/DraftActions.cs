using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;

namespace CuratorBot.Conversations.Drafts;

/// <summary>The buttons under drafts: go on, throw away, have back, begin another.</summary>
public sealed class DraftActions(DraftShelf shelf, AllForms forms) : IAction
{
    public const string Prefix = "draft.";
    public const string List = "draft.list";
    public const string Resume = "draft.resume";
    public const string Remove = "draft.remove";
    public const string RemoveForSure = "draft.removeForSure";
    public const string Restore = "draft.restore";
    public const string Anew = "draft.anew";

    public IEnumerable<string> Names => [List, Resume, Remove, RemoveForSure, Restore, Anew];
    public bool ReadsOnly => false;

    /// <summary>A newcomer may have left her own registration in the middle; each form knows whom it is for.</summary>
    public bool IsForStrangers => true;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Pressed is null)
            return Gone(turn);
        if (name == List)
            return Reply.With(await Redrawn(turn, Page.Wanted(argument)));
        if (name == Anew)
            return forms.Find(argument) is { } form && await shelf.MayBeginAnother(turn, form)
                ? Reply.With(turn.ClosePressed()).Then(Reply.Opens(form.Name))
                : Gone(turn);
        if (await Find(turn, argument.Split('.')[0]) is not { } draft || !draft.Form.IsFor(turn.Who))
            return Gone(turn);
        if (draft.Session.RemovedAt is not null)
            return name == Restore ? await TakeBack(turn, draft) : Gone(turn);
        return name switch
        {
            Resume => Reply.With(turn.ClosePressed()).Then(Reply.Resumes(draft.Session)),
            Remove => Reply.With(DraftCards.Sure(turn, draft)),
            RemoveForSure when argument == MarkOf(draft.Session) => Thrown(turn, draft),
            _ => Gone(turn),
        };
    }

    private Reply Thrown(TurnContext turn, Draft draft)
    {
        var said = Reply.With(
            shelf.Remove(turn, draft.Session)
                ? turn.EditPressed(
                    draft.Say(turn.Texts, "drafts.removed"),
                    [turn.Button("drafts.restore", $"{Restore}:{draft.Session.Id}")]
                )
                : turn.EditPressed(draft.Say(turn.Texts, "drafts.removed"))
        );
        return DraftShelf.DropCard(turn, draft.Session, said);
    }

    private async Task<Reply> TakeBack(TurnContext turn, Draft draft)
    {
        if (turn.Now >= draft.Session.RemovedAt + shelf.Options.RestorableFor)
            return Gone(turn);
        draft.Session.RemovedAt = null;
        return Reply
            .With(turn.EditPressed(draft.Say(turn.Texts, "drafts.restored")))
            .Then(Reply.Resumes(draft.Session));
    }

    private async Task<Messaging.OutgoingMessage> Redrawn(TurnContext turn, int page)
    {
        var list = await DraftCards.List(shelf, turn, page);
        return turn.EditPressed(list.Text, list.Choices);
    }

    private async Task<Draft?> Find(TurnContext turn, string id) =>
        long.TryParse(id, CultureInfo.InvariantCulture, out var number)
        && await turn.Db.Sessions.FindAsync(number) is { } session
        && session.PersonId == turn.Who.PersonId
            ? shelf.In(session)
            : null;

    private static string MarkOf(Session session) =>
        string.Create(CultureInfo.InvariantCulture, $"{session.Id}.{session.Turn}");

    private static Reply Gone(TurnContext turn) => Reply.OnlyToast(turn.Texts.Plain("drafts.gone"));
}
