using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Questions;
using CuratorBot.Conversations.Turns;
using CuratorBot.People;
using CuratorBot.Registers.Finding;

namespace CuratorBot.Registers;

/// <summary>Asks why a row is moved on or ended.</summary>
internal sealed class MoveRowForm(Registry registry) : Form
{
    public const string FormName = "moveRow";
    private const string ReasonKey = "reason";
    private const string StateNote = "state";
    private const string RegisterNote = "register";

    public override string Name => FormName;
    public override bool HasSummary => false;
    public override IReadOnlyList<Question> Questions { get; } = [new TextQuestion(ReasonKey, 500, 3)];

    public override bool IsFor(Asker who) => registry.All.Any(one => !one.MayWrite(who).IsEmpty);

    public static AnswerSheet SheetOf(Register register, RegisterRow row, Move move)
    {
        var sheet = new AnswerSheet { Subject = row.Id.ToString(CultureInfo.InvariantCulture) };
        (sheet.Notes[RegisterNote], sheet.Notes[StateNote]) = (register.Name, move.To);
        return sheet;
    }

    public override async Task<Reply> Submit(TurnContext turn, AnswerSheet sheet)
    {
        if (
            registry.Find(sheet.Note(RegisterNote)!) is not { } register
            || await register.Find(
                turn.Db,
                RegisterQuery.ToWrite(register, turn.Who),
                long.Parse(sheet.Subject!, CultureInfo.InvariantCulture)
            )
                is not { } row
        )
            return Reply.With(turn.Say("registers.rowGone"));
        if (
            register.Moves.FirstOrDefault(one => one.From == row.State && one.To == sheet.Note(StateNote))
            is not { } move
        )
            return Reply
                .With(turn.Say("registers.movedAlready"))
                .Then(await RegisterCard.Of(turn, register, row));
        await new RegisterWriter(turn, register).Move(row, move, sheet[ReasonKey]);
        return Reply.With(turn.Say("registers.moved")).Then(await RegisterCard.Of(turn, register, row));
    }
}
