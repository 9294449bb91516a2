using CuratorBot.Conversations.Turns;
using CuratorBot.Texts;

namespace CuratorBot.Conversations.Forms;

/// <summary>Into a form that finds the answer to a question, and back.</summary>
internal sealed partial class FormTurn
{
    private Reply Enter(Reading.Opens opens)
    {
        _card.DropButtons();
        var sheet = opens.Sheet ?? new AnswerSheet();
        sheet.Outer = new OuterForm(_form.Name, _form.Version, _session.Step, _sheet);
        return _reply.Then(Reply.ThatOpens(new Opening.Enter(_session, opens.Form, sheet)));
    }

    private Reply Leave(OuterForm outer, Answer? answer, RichText? before) =>
        _reply.Then(Reply.ThatOpens(new Opening.Leave(_session, outer, answer, before)));

    /// <summary>What was looked for elsewhere is found, or is not.</summary>
    public Task<Reply> ComeBack(Answer? answer, RichText? before) =>
        answer is not null && Current is { } question && !IsOutdated
            ? Take(question, answer)
            : ShowAnew(before);
}
