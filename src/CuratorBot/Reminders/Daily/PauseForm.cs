using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Reminders.Daily;

/// <summary>«Не беспокоить до …»: one question. Nobody else is told of it, and no deadline moves.</summary>
public sealed class PauseForm(Wishes wishes) : Form
{
    public const string FormName = "pause";
    private const string UntilKey = "until";

    public override string Name => FormName;
    public override bool HasSummary => false;

    public override bool IsFor(Asker who) => who.IsMember;

    public override IReadOnlyList<Question> Questions { get; } = [new PauseQuestion(UntilKey, wishes)];

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        var until = DateQuestion.Stored(sheet[UntilKey]!);
        await wishes.SetPause(turn, until);
        return Reply.With(turn.Say(Say(turn, "pause.done", until)));
    }

    /// <summary>With «{day}, {date}»: «понедельника, 24 января».</summary>
    internal static RichText Say(TurnContext turn, string key, DateOnly until) =>
        turn.Text(key, ("day", turn.Texts.Plain($"pause.day.{until.DayOfWeek}")), ("date", until));
}
