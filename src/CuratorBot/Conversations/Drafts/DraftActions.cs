using System.Globalization;
using CuratorBot.Texts;

namespace CuratorBot.Conversations;

/// <summary>The buttons under drafts: go on, throw away, have back, begin another.</summary>
public sealed class DraftActions(FormEngine engine, Func<Catalogue> catalogue) : IAction
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

    public async Task<Turn> Take(TurnContext turn, string name, string argument)
    {
        if (turn.Pressed is null)
            return Gone(turn);
        if (name == List)
            return Turn.Reply(await Redrawn(turn, Page.Wanted(argument)));
        if (name == Anew)
            return catalogue().Form(argument) is { } form && await engine.MayBeginAnother(turn, form)
                ? Turn.Reply(turn.ClosePressed()).Then(await engine.Start(turn, form))
                : Gone(turn);
        if (await Find(turn, argument.Split('.')[0]) is not { } draft || !draft.Form.IsFor(turn.Who))
            return Gone(turn);
        if (draft.Session.RemovedAt is not null)
            return name == Restore ? await TakeBack(turn, draft) : Gone(turn);
        return name switch
        {
            Resume => Turn.Reply(turn.ClosePressed()).Then(await engine.Resume(turn, draft.Session)),
            Remove => Turn.Reply(DraftCards.Sure(turn, draft)),
            RemoveForSure when argument == MarkOf(draft.Session) => Thrown(turn, draft),
            _ => Gone(turn),
        };
    }

    private Turn Thrown(TurnContext turn, Draft draft)
    {
        var said = Turn.Reply(
            DraftShelf.Remove(engine, turn, draft.Session)
                ? turn.EditPressed(
                    draft.Say(turn.Texts, "drafts.removed"),
                    [turn.Button("drafts.restore", $"{Restore}:{draft.Session.Id}")]
                )
                : turn.EditPressed(draft.Say(turn.Texts, "drafts.removed"))
        );
        return FormEngine.DropCard(turn, draft.Session, said);
    }

    private async Task<Turn> TakeBack(TurnContext turn, Draft draft)
    {
        if (turn.Now >= draft.Session.RemovedAt + engine.Options.RestorableFor)
            return Gone(turn);
        draft.Session.RemovedAt = null;
        return Turn.Reply(turn.EditPressed(draft.Say(turn.Texts, "drafts.restored")))
            .Then(await engine.Resume(turn, draft.Session));
    }

    private async Task<Messaging.OutgoingMessage> Redrawn(TurnContext turn, int page)
    {
        var list = await DraftCards.List(engine, turn, page);
        return turn.EditPressed(list.Text, list.Choices);
    }

    private async Task<Draft?> Find(TurnContext turn, string id) =>
        long.TryParse(id, CultureInfo.InvariantCulture, out var number)
        && await turn.Db.Sessions.FindAsync(number) is { } session
        && session.PersonId == turn.Who.PersonId
            ? engine.DraftIn(session)
            : null;

    private static string MarkOf(Session session) =>
        string.Create(CultureInfo.InvariantCulture, $"{session.Id}.{session.Turn}");

    private static Turn Gone(TurnContext turn) => Turn.OnlyToast(turn.Texts.Plain("drafts.gone"));
}
