using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CuratorBot.Conversations;

/// <summary>
/// Asks the questions of a form one by one and keeps the answer sheet. It changes the session in the
/// transaction of the turn; a draft is therefore exactly as far as the person was told it is.
/// </summary>
public sealed class FormEngine(Func<Catalogue> catalogue)
{
    public const string ActionName = "form";
    public const string SummaryStep = "summary";

    /// <summary>Opens a form, instead of any draft of the same form.</summary>
    public async Task<Turn> Start(TurnContext turn, Form form, AnswerSheet? sheet = null)
    {
        sheet ??= new AnswerSheet();
        await Deactivate(turn);
        var reply = new Turn();
        if (await turn.Db.Sessions.FindAsync(turn.Who.PersonId, form.Name) is { } earlier)
        {
            Close(turn, earlier, reply);
            await turn.Db.SaveChangesAsync();
        }
        await form.Prepare(turn, sheet);
        var session = new Session
        {
            PersonId = turn.Who.PersonId,
            Form = form.Name,
            Version = form.Version,
            Step = "",
            Sheet = "",
            Active = true,
            StartedAt = turn.Now,
            UpdatedAt = turn.Now,
        };
        turn.Db.Sessions.Add(session);
        return reply.Then(await new FormTurn(turn, form, session, sheet).Advance());
    }

    /// <summary>Opens a form of the catalogue by its name.</summary>
    public Task<Turn> Start(TurnContext turn, string form, AnswerSheet? sheet = null) =>
        Start(
            turn,
            catalogue().Form(form)
                ?? throw new ArgumentException($"There is no form «{form}».", nameof(form)),
            sheet
        );

    /// <summary>The draft that the next message belongs to; null when there is none.</summary>
    public static Task<Session?> ActiveSession(TurnContext turn) =>
        turn.Db.Sessions.SingleOrDefaultAsync(row => row.PersonId == turn.Who.PersonId && row.Active);

    /// <summary>A message that is no command goes to the active draft; null when there is none.</summary>
    public async Task<Turn?> TakeMessage(TurnContext turn)
    {
        var session = await ActiveSession(turn);
        var open = session is null ? null : Open(turn, session);
        return open is null ? null : await open.Read();
    }

    /// <summary>Asks the current question of a draft again, after an interruption.</summary>
    public async Task<Turn> Resume(TurnContext turn, Session session)
    {
        await Deactivate(turn, except: session.Form);
        session.Active = true;
        return Open(turn, session) is { } open ? await open.ShowAnew() : Turn.Nothing;
    }

    /// <summary>Explains the question that is open and asks it again; null when nothing is being filled in.</summary>
    public async Task<Turn?> Help(TurnContext turn)
    {
        var session = await ActiveSession(turn);
        var open = session is null ? null : Open(turn, session);
        return open is null ? null : await open.Explain();
    }

    /// <summary>Ends the active draft and forgets its answers.</summary>
    public async Task<Turn> Cancel(TurnContext turn)
    {
        var session = await ActiveSession(turn);
        if (session is null)
            return Turn.Reply(turn.Say("forms.nothingToCancel"));
        return Close(turn, session, new Turn())
            .Then(turn.Say("forms.cancelled") with { RemovesContactButton = true });
    }

    /// <summary>A button of a form. One of an earlier question changes nothing.</summary>
    public async Task<Turn> Press(TurnContext turn, string argument)
    {
        var parts = argument.Split(':', 4);
        var stale = Turn.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (parts.Length < 4)
            return stale;
        var session = await turn.Db.Sessions.FindAsync(turn.Who.PersonId, parts[0]);
        if (session is null || session.Turn.ToString() != parts[1] || Open(turn, session) is not { } open)
            return stale;
        await Deactivate(turn, except: session.Form);
        session.Active = true;
        return await open.Press(parts[2], parts[3]);
    }

    /// <summary>Forgets a draft and takes the buttons of its last card away.</summary>
    private static Turn Close(TurnContext turn, Session session, Turn reply)
    {
        turn.Db.Sessions.Remove(session);
        var card = session.Sheet.Length == 0 ? null : AnswerSheet.FromJson(session.Sheet).Card;
        return card is null || card == turn.Pressed?.Message.Id
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

    private FormTurn? Open(TurnContext turn, Session session) =>
        catalogue().Form(session.Form) is { } form && form.IsFor(turn.Who)
            ? new FormTurn(turn, form, session, AnswerSheet.FromJson(session.Sheet))
            : null;

    private static async Task Deactivate(TurnContext turn, string? except = null)
    {
        var active = await turn
            .Db.Sessions.Where(row => row.PersonId == turn.Who.PersonId && row.Active && row.Form != except)
            .ToListAsync();
        foreach (var session in active)
            session.Active = false;
    }
}
