using CuratorBot.Conversations;
using CuratorBot.People;

namespace CuratorBot.Events;

/// <summary>«/report»: begins a report, or asks what is to become of those that were begun.</summary>
public sealed class ReportCommand(ReportForm form, FormEngine engine) : ICommand, IAction
{
    internal const string WithFilesName = "report.withFiles";

    public string Name => ReportForm.FormName;
    public IEnumerable<string> Names => [WithFilesName];
    public bool ReadsOnly => false;

    public bool IsFor(Asker who) => !who.MayWork.IsEmpty;

    public Task<Turn> Take(TurnContext turn, string argument) => engine.Begin(turn, form);

    /// <summary>
    /// Files go into the report that she was last at; without one, a report begins with them.
    /// </summary>
    public async Task<Turn> Take(TurnContext turn, string name, string argument)
    {
        if (
            turn.Pressed is not { } pressed
            || FilesOffer.FromJson(argument) is not { } offer
            || !IsFor(turn.Who)
        )
            return Turn.OnlyToast(turn.Texts.Plain("forms.stale"));
        var marked = Turn.Reply(turn.EditPressed(pressed.Message.Text));
        var draft = await engine.DraftsOf(turn, ReportForm.FormName) is [var last, ..] ? last : null;
        var sheet = draft?.Sheet ?? new AnswerSheet();
        FilesQuestion.Add(turn, sheet, ReportForm.Files, offer.Files);
        if (draft is null)
            return marked.Then(await engine.Start(turn, form, sheet));
        draft.Save();
        return marked.Then(await engine.Resume(turn, draft.Session));
    }
}
