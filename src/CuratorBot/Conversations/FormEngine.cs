using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Conversations;

/// <summary>
/// Asks the questions of a form one by one and keeps the answer sheet. It changes the session in the
/// transaction of the turn; a draft is therefore exactly as far as the person was told it is.
/// </summary>
public sealed class FormEngine(Func<Catalogue> catalogue, DraftOptions options)
{
    public const string ActionName = "form";
    public const string SummaryStep = "summary";

    public DraftOptions Options => options;

    /// <summary>Begins a form, or asks first what is to become of those that were begun before.</summary>
    public async Task<Turn> Begin(TurnContext turn, Form form)
    {
        var begun = (await DraftsOf(turn, form.Name)).Where(draft => draft.IsBegun).ToList();
        return begun.Count == 0
            ? await Start(turn, form)
            : Turn.Reply(DraftCards.Begun(turn, form, begun, mayAdd: begun.Count < options.MostOfAForm));
    }

    internal async Task<bool> MayBeginAnother(TurnContext turn, Form form) =>
        form.KeepsDrafts
        && form.IsFor(turn.Who)
        && (await DraftsOf(turn, form.Name)).Count(draft => draft.IsBegun) < options.MostOfAForm;

    /// <summary>
    /// Opens a form. A draft of the same form makes room for it, unless the form keeps drafts and this one
    /// was begun: then it waits.
    /// </summary>
    /// <param name="before">Stands above the first question.</param>
    /// <param name="at">Key of the answer to be corrected first, where the sheet is filled already.</param>
    public async Task<Turn> Start(
        TurnContext turn,
        Form form,
        AnswerSheet? sheet = null,
        RichText? before = null,
        string? at = null
    )
    {
        sheet ??= new AnswerSheet();
        await Deactivate(turn);
        var reply = new Turn();
        foreach (var earlier in await DraftsOf(turn, form.Name))
            if (!form.KeepsDrafts || !earlier.IsBegun)
                Close(turn, earlier.Session, reply);
        await form.Prepare(turn, sheet);
        var session = new Session
        {
            Id = turn.Ids.Next(),
            PersonId = turn.Who.PersonId,
            Form = form.Name,
            Version = form.Version,
            Step = "",
            Sheet = sheet.ToJson(),
            Active = true,
            StartedAt = turn.Now,
            UpdatedAt = turn.Now,
        };
        turn.Db.Sessions.Add(session);
        var open = new FormTurn(this, turn, form, session, sheet);
        return reply.Then(await (at is null ? open.Advance(before) : open.Correct(at, before)));
    }

    /// <summary>Opens a form of the catalogue by its name.</summary>
    public Task<Turn> Start(TurnContext turn, string form, AnswerSheet? sheet = null) =>
        Start(
            turn,
            FormNamed(form) ?? throw new ArgumentException($"There is no form «{form}».", nameof(form)),
            sheet
        );

    /// <summary>The draft that the next message belongs to; null when there is none.</summary>
    public static Task<Session?> ActiveSession(TurnContext turn) =>
        turn.Db.Sessions.SingleOrDefaultAsync(row => row.PersonId == turn.Who.PersonId && row.Active);

    /// <summary>Her drafts of one form, or of all that she may fill in; the one touched last comes first.</summary>
    public async Task<IReadOnlyList<Draft>> DraftsOf(TurnContext turn, string? form = null)
    {
        var sessions = turn.Db.Sessions.Where(row =>
            row.PersonId == turn.Who.PersonId && row.RemovedAt == null
        );
        await sessions.LoadAsync();
        return
        [
            .. turn
                .Db.Sessions.Local.Where(row => row.PersonId == turn.Who.PersonId && row.RemovedAt is null)
                .OrderByDescending(row => row.UpdatedAt)
                .ThenByDescending(row => row.Id)
                .Select(DraftIn)
                .OfType<Draft>()
                .Where(draft => form is null ? draft.Form.IsFor(turn.Who) : draft.Form.Name == form),
        ];
    }

    /// <summary>A message that is no command goes to the active draft; null when there is none.</summary>
    public async Task<Turn?> TakeMessage(TurnContext turn) =>
        await OpenActive(turn) is { } open ? await open.Read() : null;

    /// <summary>Whether the active draft has a place for the file of this message.</summary>
    public async Task<bool> TakesFile(TurnContext turn) =>
        await OpenActive(turn) is { } open && open.FileQuestion() is not null;

    /// <summary>The same, and the form keeps what it is given.</summary>
    public async Task<bool> KeepsFile(TurnContext turn) =>
        await OpenActive(turn) is { } open && open.FileQuestion() is { KeepsFile: true };

    /// <summary>Whether the open question of the active draft asks for a link.</summary>
    public async Task<bool> TakesLink(TurnContext turn) => await OpenActive(turn) is { TakesLink: true };

    /// <summary>Asks the current question of a draft again, after an interruption.</summary>
    public async Task<Turn> Resume(TurnContext turn, Session session)
    {
        await Activate(turn, session);
        return Open(turn, session) is { } open ? await open.ShowAnew() : Turn.Nothing;
    }

    /// <summary>Explains the question that is open and asks it again; null when nothing is being filled in.</summary>
    public async Task<Turn?> Help(TurnContext turn) =>
        await OpenActive(turn) is { } open ? await open.Explain() : null;

    /// <summary>Ends the active draft, or the sub-dialogue that it is in.</summary>
    public async Task<Turn> Cancel(TurnContext turn)
    {
        if (await ActiveSession(turn) is not { } session)
            return Turn.Reply(turn.Say("forms.nothingToCancel"));
        return Open(turn, session) is { } open
            ? await open.Cancel()
            : Close(turn, session, new Turn())
                .Then(turn.Say("forms.cancelled") with { RemovesContactButton = true });
    }

    /// <summary>A button of a form. One of an earlier question changes nothing.</summary>
    public async Task<Turn> Press(TurnContext turn, string argument)
    {
        var parts = argument.Split(':', 4);
        var stale = Turn.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (
            parts.Length < 4
            || await Find(turn, parts[0]) is not { } session
            || session.Turn.ToString() != parts[1]
            || Open(turn, session) is not { } open
        )
            return stale;
        await Activate(turn, session);
        return await open.Press(parts[2], parts[3]);
    }

    /// <summary>Her draft with this id, unless it is thrown away.</summary>
    public static async Task<Session?> Find(TurnContext turn, string id) =>
        long.TryParse(id, out var number)
        && await turn.Db.Sessions.FindAsync(number) is { RemovedAt: null } session
        && session.PersonId == turn.Who.PersonId
            ? session
            : null;

    /// <summary>Forgets a draft for good and takes the buttons of its last card away.</summary>
    public static Turn Close(TurnContext turn, Session session, Turn reply)
    {
        turn.Db.Sessions.Remove(session);
        return DropCard(turn, session, reply);
    }

    internal static Turn DropCard(TurnContext turn, Session session, Turn reply)
    {
        var sheet = AnswerSheet.FromJson(session.Sheet);
        if (sheet.Card is not { } card)
            return reply;
        sheet.Card = null;
        session.Sheet = sheet.ToJson();
        return card == turn.Pressed?.Message.Id
            ? reply
            : reply.Then(
                new OutgoingMessage
                {
                    Id = turn.Ids.Next(),
                    Kind = OutgoingKind.EditChoices,
                    Target = card,
                }
            );
    }

    internal Form? FormNamed(string name) => catalogue().Form(name);

    internal Draft? DraftIn(Session session) => Draft.Of(session, FormNamed);

    /// <summary>Null when the form is no more, or no more for her.</summary>
    internal FormTurn? Open(TurnContext turn, Session session)
    {
        if (FormNamed(session.Form) is not { } form || !form.IsFor(turn.Who))
            return null;
        var sheet = AnswerSheet.FromJson(session.Sheet);
        FormVersions.MoveOn(form, session, sheet);
        return new FormTurn(this, turn, form, session, sheet);
    }

    private async Task<FormTurn?> OpenActive(TurnContext turn) =>
        await ActiveSession(turn) is { } session ? Open(turn, session) : null;

    private static async Task Activate(TurnContext turn, Session session)
    {
        await Deactivate(turn, except: session.Id);
        session.Active = true;
    }

    internal static async Task Deactivate(TurnContext turn, long? except = null)
    {
        var active = await turn
            .Db.Sessions.Where(row => row.PersonId == turn.Who.PersonId && row.Active)
            .Where(row => row.Id != except)
            .ToListAsync();
        foreach (var session in active)
            session.Active = false;
    }
}
