using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.Schools;
using CuratorBot.Texts;

namespace CuratorBot.Registers.Tables;

/// <summary>
/// The buttons under a preview. «Применить» does all that the preview said, or nothing: it reads the file and the
/// rights again, and when anything has changed since, it shows a new preview instead.
/// </summary>
public sealed class RegisterTableActions(NameIndexCache names) : IAction
{
    private const string ApplyName = "registers.apply";
    internal const string Drop = "registers.drop:";

    public IEnumerable<string> Names => [ApplyName, Drop.TrimEnd(':')];
    public bool ReadsOnly => false;

    internal static string ApplyIn(Register register, string path, RegisterPlan plan) =>
        $"{ApplyName}:{register.Name}:{plan.Hash()}:{path}";

    /// <summary>The register and the file that a button would apply; null for another button.</summary>
    internal static (string Register, string Path)? TableIn(PressedButton? pressed) =>
        pressed?.Choice.Action.Split(':', 4) is [ApplyName, var register, _, { Length: > 0 } path]
            ? (register, path)
            : null;

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (name != ApplyName)
            return Reply.With(MarkPressed(turn, "registers.preview.dropped"));
        if (turn.Prepared is not RereadRegister reread || reread.Register.MayWrite(turn.Who).IsEmpty)
            return Reply.OnlyToast(turn.Texts.Plain("registers.preview.expired"));
        var plan = await RegisterPlanner.Plan(turn, reread.Register, names, reread.Table, reread.Columns);
        if (plan is { ChangesAnything: false, IsClean: true })
            return Reply.OnlyToast(turn.Texts.Plain("registers.preview.appliedAlready"));
        if (!plan.IsClean || plan.Hash() != argument.Split(':').ElementAtOrDefault(1))
            return Reply
                .With(MarkPressed(turn, "registers.preview.stale"))
                .Then(
                    RegisterPreview.Of(
                        turn,
                        reread.Register,
                        turn.Texts.Plain("registers.preview.sameFile"),
                        reread.Path,
                        plan
                    )
                );
        await Apply(turn, reread.Register, plan);
        return Reply
            .With(MarkPressed(turn, "registers.preview.applied"))
            .Then(
                turn.Say(
                    "registers.preview.done",
                    ("added", plan.Count(RegisterVerdict.New)),
                    ("changed", plan.Count(RegisterVerdict.Changed))
                ) with
                {
                    Choices =
                    [
                        [
                            turn.Button(
                                "registers.buttons.list",
                                RegisterLooks.List(reread.Register, RegisterFilter.All)
                            ),
                        ],
                    ],
                }
            );
    }

    private static async Task Apply(TurnContext turn, Register register, RegisterPlan plan)
    {
        var writer = new RegisterWriter(turn, register);
        foreach (var planned in plan.Rows)
            if (planned.Verdict == RegisterVerdict.New)
                await writer.Add(WithId(turn, register, planned.Row!), planned.Values, planned.AsOf);
            else if (planned.Verdict == RegisterVerdict.Changed)
                await writer.Correct(
                    (
                        await register.Find(
                            turn.Db,
                            RegisterQuery.ToWrite(register, turn.Who),
                            planned.Row!.Id
                        )
                    )!,
                    planned.Values,
                    planned.AsOf
                );
    }

    private static RegisterRow WithId(TurnContext turn, Register register, RegisterRow planned)
    {
        var row = register.New(turn.Ids.Next());
        (row.SchoolId, row.OtherSchoolId, row.MunicipalityId, row.Region) = (
            planned.SchoolId,
            planned.OtherSchoolId,
            planned.MunicipalityId,
            planned.Region
        );
        return row;
    }

    private static OutgoingMessage MarkPressed(TurnContext turn, string key) =>
        turn.EditPressed(RichText.Lines(turn.Pressed!.Message.Text, "", turn.Text(key)));
}
