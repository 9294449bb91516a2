using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Conversations.Forms;

/// <summary>
/// Asks the questions of a form one by one and keeps the answer sheet. It changes the session in the
/// transaction of the turn; a draft is therefore exactly as far as the person was told it is.
/// </summary>
public sealed class FormEngine(AllForms forms, DraftShelf shelf)
{
    public const string ActionName = "form";
    public const string SummaryStep = "summary";

    /// <summary>The one loop: opens what a turn asks for, and what that asks for in its turn.</summary>
    public async Task<Reply> Follow(TurnContext turn, Reply reply)
    {
        while (reply.TakeNext() is { } next)
            reply.Then(await Open(turn, next));
        return reply;
    }

    private Task<Reply> Open(TurnContext turn, Opening next) =>
        next switch
        {
            Opening.Begin begin => Begin(turn, forms.Named(begin.Form)),
            Opening.Start start => Start(turn, start),
            Opening.Resume resume => Resume(turn, resume.Draft),
            Opening.Explain explain => Explain(turn, explain.Otherwise),
            Opening.Enter enter => Enter(turn, enter),
            Opening.Leave leave => Leave(turn, leave),
            _ => throw new InvalidOperationException($"Nobody knows how to open {next}."),
        };

    private async Task<Reply> Begin(TurnContext turn, Form form)
    {
        var begun = await shelf.Begun(turn, form.Name);
        return begun.Count == 0
            ? Reply.Opens(form.Name)
            : Reply.With(
                DraftCards.Begun(turn, form, begun, mayAdd: begun.Count < shelf.Options.MostOfAForm)
            );
    }

    private async Task<Reply> Start(TurnContext turn, Opening.Start start)
    {
        var form = forms.Named(start.Form);
        var sheet = start.Sheet ?? new AnswerSheet();
        await Deactivate(turn);
        var reply = new Reply();
        foreach (var earlier in await shelf.Of(turn, form.Name))
            if (!form.KeepsDrafts || !earlier.IsBegun)
                DraftShelf.Close(turn, earlier.Session, reply);
        await form.Prepare(turn, sheet);
        var session = new Session
        {
            Id = turn.Ids.Next(),
            PersonId = turn.Who.PersonId,
            Form = form.Name,
            Version = form.Version,
            Step = "",
            Sheet = "",
            Active = true,
            StartedAt = turn.Now,
            UpdatedAt = turn.Now,
        };
        session.Keep(sheet);
        turn.Db.Sessions.Add(session);
        var open = new FormTurn(shelf, turn, form, session, sheet);
        return reply.Then(
            await (start.At is { } at ? open.Correct(at, start.Before) : open.Advance(start.Before))
        );
    }

    private async Task<Reply> Resume(TurnContext turn, Session session)
    {
        await Activate(turn, session);
        return Open(turn, session) is { } open ? await open.ShowAnew() : Reply.Nothing;
    }

    private async Task<Reply> Explain(TurnContext turn, OutgoingMessage otherwise) =>
        await OpenActive(turn) is { } open ? await open.Explain() : Reply.With(otherwise);

    /// <summary>The question waits while a form of its own finds the answer.</summary>
    private async Task<Reply> Enter(TurnContext turn, Opening.Enter enter)
    {
        var (session, inner) = (enter.Draft, forms.Named(enter.Form));
        await inner.Prepare(turn, enter.Sheet);
        (session.Form, session.Version, session.Step) = (inner.Name, inner.Version, "");
        return await new FormTurn(shelf, turn, inner, session, enter.Sheet).Advance();
    }

    /// <summary>Back in the form that was left for this one.</summary>
    private async Task<Reply> Leave(TurnContext turn, Opening.Leave leave)
    {
        var (session, outer) = (leave.Draft, leave.Outer);
        (session.Form, session.Version, session.Step) = (outer.Form, outer.Version, outer.Step);
        session.Keep(outer.Sheet);
        return Open(turn, session) is { } open
            ? await open.ComeBack(leave.Answer, leave.Before)
            : DraftShelf.Close(turn, session, new Reply()).Then(turn.Say("forms.cancelled"));
    }

    /// <summary>A message that is no command goes to the active draft; null when there is none.</summary>
    public async Task<Reply?> TakeMessage(TurnContext turn) =>
        await OpenActive(turn) is { } open ? await open.Read() : null;

    /// <summary>Whether the active draft has a place for the file of this message.</summary>
    public async Task<bool> TakesFile(TurnContext turn) =>
        await OpenActive(turn) is { } open && open.FileQuestion() is not null;

    /// <summary>The same, and the form keeps what it is given.</summary>
    public async Task<bool> KeepsFile(TurnContext turn) =>
        await OpenActive(turn) is { } open && open.FileQuestion() is { KeepsFile: true };

    /// <summary>Whether the open question of the active draft asks for a link.</summary>
    public async Task<bool> TakesLink(TurnContext turn) => await OpenActive(turn) is { TakesLink: true };

    /// <summary>Ends the active draft, or the sub-dialogue that it is in.</summary>
    public async Task<Reply> Cancel(TurnContext turn)
    {
        if (await DraftShelf.ActiveSession(turn) is not { } session)
            return Reply.With(turn.Say("forms.nothingToCancel"));
        return Open(turn, session) is { } open
            ? await open.Cancel()
            : DraftShelf
                .Close(turn, session, new Reply())
                .Then(turn.Say("forms.cancelled") with { RemovesContactButton = true });
    }

    /// <summary>A button of a form. One of an earlier question changes nothing.</summary>
    public async Task<Reply> Press(TurnContext turn, string argument)
    {
        var parts = argument.Split(':', 4);
        var stale = Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (
            parts.Length < 4
            || await DraftShelf.Find(turn, parts[0]) is not { } session
            || session.Turn.ToString() != parts[1]
            || Open(turn, session) is not { } open
        )
            return stale;
        await Activate(turn, session);
        return await open.Press(parts[2], parts[3]);
    }

    /// <summary>Null when the form is no more, or no more for her.</summary>
    private FormTurn? Open(TurnContext turn, Session session)
    {
        if (forms.Find(session.Form) is not { } form || !form.IsFor(turn.Who))
            return null;
        var sheet = session.Answers();
        FormVersions.MoveOn(form, session, sheet);
        return new FormTurn(shelf, turn, form, session, sheet);
    }

    private async Task<FormTurn?> OpenActive(TurnContext turn) =>
        await DraftShelf.ActiveSession(turn) is { } session ? Open(turn, session) : null;

    private static async Task Activate(TurnContext turn, Session session)
    {
        await Deactivate(turn, except: session.Id);
        session.Active = true;
    }

    private static async Task Deactivate(TurnContext turn, long? except = null)
    {
        var active = await turn
            .Db.Sessions.Where(row => row.PersonId == turn.Who.PersonId && row.Active)
            .Where(row => row.Id != except)
            .ToListAsync();
        foreach (var session in active)
            session.Active = false;
    }
}
