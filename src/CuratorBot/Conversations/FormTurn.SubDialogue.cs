using CuratorBot.Texts;

namespace CuratorBot.Conversations;

/// <summary>Into a form that finds the answer to a question, and back.</summary>
internal sealed partial class FormTurn
{
    /// <summary>The question waits while a form of its own finds the answer.</summary>
    private async Task<Turn> Enter(Reading.Opens opens)
    {
        var inner =
            _engine.FormNamed(opens.Form)
            ?? throw new InvalidOperationException($"There is no form «{opens.Form}».");
        _card.DropButtons();
        var sheet = opens.Sheet ?? new AnswerSheet();
        sheet.Outer = new OuterForm(_form.Name, _form.Version, _session.Step, _sheet);
        await inner.Prepare(_turn, sheet);
        (_session.Form, _session.Version, _session.Step) = (inner.Name, inner.Version, "");
        return _reply.Then(await new FormTurn(_engine, _turn, inner, _session, sheet).Advance());
    }

    /// <summary>Back in the form that was left for this one, with the answer or without.</summary>
    private async Task<Turn> Leave(Answer? answer, RichText? before)
    {
        var outer = _sheet.Outer!;
        (_session.Form, _session.Version, _session.Step) = (outer.Form, outer.Version, outer.Step);
        _session.Sheet = outer.Sheet.ToJson();
        if (_engine.Open(_turn, _session) is not { } open)
            return FormEngine.Close(_turn, _session, _reply).Then(_turn.Say("forms.cancelled"));
        return _reply.Then(
            answer is not null && open.Current is { } question && !open.IsOutdated
                ? await open.Take(question, answer)
                : await open.ShowAnew(before)
        );
    }
}
