using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;

namespace CuratorBot.Advice;

/// <summary>One message to a request, by the school or by whoever helps it. Its subject is the id of the request.</summary>
public sealed class AnswerForm(HelpDesk desk) : Form
{
    public const string FormName = "advice";
    private const string TextKey = "text";

    public override string Name => FormName;
    public override bool HasSummary => false;

    public override bool IsFor(Asker who) => !who.MayWork.IsEmpty;

    public override IReadOnlyList<Question> Questions { get; } = [new MessageQuestion(TextKey)];

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet) =>
        await HelpRights.Find(turn, sheet.Subject) is { } request
            ? await desk.Write(turn, request, sheet[TextKey]!)
            : Reply.With(turn.Say("advice.notYours"));

    /// <summary>Says to which request the message goes.</summary>
    private sealed class MessageQuestion(string key) : Question(key)
    {
        private readonly TextQuestion _text = new(key, AskForm.Longest);

        public override async ValueTask<Prompt> Ask(Asking asking)
        {
            var turn = asking.Turn;
            return new Prompt(
                await HelpRights.Find(turn, asking.Sheet.Subject) is not { } request
                    ? asking.Text("askNothing")
                : HelpRights.IsHers(turn, request) ? asking.Text("askMore", ("text", request.Text))
                : asking.Text("ask", ("text", request.Text))
            );
        }

        public override ValueTask<Reading> Read(Asking asking) => _text.Read(asking);
    }
}
