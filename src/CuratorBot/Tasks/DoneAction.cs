using System.Globalization;
using CuratorBot.Conversations.Drafts;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Reminders;
using CuratorBot.Schedule;
using CuratorBot.Tasks.Editing;

namespace CuratorBot.Tasks;

/// <summary>«Готово» under a reminder or in the list of tasks.</summary>
public sealed class DoneAction(ProofForm proof, Closing closing) : IAction
{
    public IEnumerable<string> Names => [ObligationActions.Done, ObligationActions.DoneInCard];
    public bool ReadsOnly => false;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (
            !long.TryParse(argument, CultureInfo.InvariantCulture, out var id)
            || await turn.Db.Obligations.FindAsync(id) is not { } obligation
        )
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        if (await Closing.Refusal(turn, obligation) is { } refusal)
            return refusal.Then(await DrawAnew(turn, name, obligation));
        if ((await turn.Db.Tasks.FindAsync(obligation.TaskId))!.Wants is not Wants.Nothing and var wants)
            return await AskForProof(turn, obligation, wants);
        var closed = await closing.Close(turn, obligation, proof: null);
        await turn.Db.SaveChangesAsync();
        return (await DrawAnew(turn, name, obligation)).Then(closed);
    }

    /// <summary>A second tap does not ask a second time.</summary>
    private async Task<Reply> AskForProof(TurnContext turn, Obligation obligation, Wants wants)
    {
        var subject = ProofForm.SubjectOf(obligation, wants);
        if (
            await DraftShelf.ActiveSession(turn) is { } session
            && session.Form == proof.Name
            && AnswerSheet.FromJson(session.Sheet).Subject == subject
        )
            return Reply.OnlyToast(turn.Texts.Plain($"proof.waiting{wants}"));
        return Reply.Opens(proof.Name, new AnswerSheet { Subject = subject });
    }

    /// <summary>A button of a list, not of a card in the chat: the list is drawn anew.</summary>
    private static async Task<Reply> DrawAnew(TurnContext turn, string name, Obligation obligation)
    {
        if (name == ObligationActions.DoneInCard)
            return turn.Pressed is not null && turn.Who.MaySee.Includes(obligation)
                ? Reply.With(await OwedCard.Edit(turn, obligation))
                : Reply.Nothing;
        if (turn.Pressed is null || await Cards.IsCard(turn.Db, Cards.PressedId(turn)!.Value))
            return Reply.Nothing;
        var list = await TaskList.Read(turn);
        return Reply.With(turn.EditPressed(list.Text(turn), [.. list.Choices(turn)]));
    }
}
