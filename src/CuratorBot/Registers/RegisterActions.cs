using System.Globalization;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Turns;
using CuratorBot.Registers.Finding;

namespace CuratorBot.Registers;

/// <summary>The buttons that add, correct and move on. Each reads the rights again.</summary>
public sealed class RegisterActions(Registry registry) : IAction
{
    private const string AddName = "registers.add";
    private const string CorrectName = "registers.correct";
    private const string MoveName = "registers.move";

    public IEnumerable<string> Names => [AddName, CorrectName, MoveName];
    public bool ReadsOnly => false;

    /// <param name="place">As an answer holds it; empty where it is to be asked.</param>
    internal static string Add(Register register, string place) => $"{AddName}:{register.Name}:0:{place}";

    /// <summary>Where both schools of the pair are known.</summary>
    internal static string AddOfPair(Register register, string school, string other) =>
        $"{AddName}:{register.Name}:0:school:{school}{RegisterPlace.Between}school:{other}";

    internal static string Correct(Register register, long id) =>
        string.Create(CultureInfo.InvariantCulture, $"{CorrectName}:{register.Name}:{id}:");

    internal static string MoveOn(Register register, long id, string state) =>
        string.Create(CultureInfo.InvariantCulture, $"{MoveName}:{register.Name}:{id}:{state}");

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        var parts = argument.Split(':', 3);
        if (
            parts.Length < 3
            || registry.Find(parts[0]) is not { } register
            || register.MayWrite(turn.Who).IsEmpty
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        )
            return Stale(turn);
        if (name == AddName && !register.TakesNewRows)
            return Stale(turn);
        if (name == AddName)
        {
            var (place, other) = RegisterPlace.Pair(parts[2]);
            return Reply.Opens(register.Name, await RegisterForm.SheetAt(turn, register, place, other));
        }
        if (await register.Find(turn.Db, RegisterQuery.ToWrite(register, turn.Who), id) is not { } row)
            return Stale(turn);
        return name == CorrectName
            ? Reply.Opens(
                register.Name,
                RegisterForm.SheetOf(register, await RegisterNames.Of(turn, register, row), row)
            )
            : await MoveOn(turn, register, row, parts[2]);
    }

    private async Task<Reply> MoveOn(TurnContext turn, Register register, RegisterRow row, string state)
    {
        if (register.Moves.FirstOrDefault(one => one.From == row.State && one.To == state) is not { } move)
            return Reply
                .With(turn.Say("registers.movedAlready"))
                .Then(await RegisterCard.Of(turn, register, row));
        if (move.WantsReason)
            return Reply.Opens(MoveRowForm.FormName, MoveRowForm.SheetOf(register, row, move));
        await new RegisterWriter(turn, register).Move(row, move, reason: null);
        return Reply.With(turn.Say("registers.moved")).Then(await RegisterCard.Of(turn, register, row));
    }

    private static Reply Stale(TurnContext turn) => Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
}
