using CuratorBot.Conversations.Turns;
using CuratorBot.Files;

namespace CuratorBot.Registers.Tables;

/// <summary>«Шаблон»: the empty table of a register.</summary>
public sealed class RegisterTemplate(Registry registry, FileStore files) : IAction
{
    private const string Name = "registers.template";

    public IEnumerable<string> Names => [Name];
    public bool ReadsOnly => true;
    public bool IsExport => true;

    internal static string Of(Register register) => $"{Name}:{register.Name}:";

    public async Task<Reply> Take(TurnContext turn, string name, string argument)
    {
        if (
            registry.Find(argument.Split(':')[0]) is not { } register
            || !Registry.IsReadBy(register, turn.Who)
            || register.MayWrite(turn.Who).IsEmpty
        )
            return Reply.OnlyToast(turn.Texts.Plain("forms.stale"));
        var names = await RegisterNames.Of(turn, register);
        return Reply.With(
            turn.SendFile(
                await files.Add(Keeping.Briefly, RegisterSheets.Export(register, names, [])),
                turn.Texts.Plain(
                    "registers.files.template",
                    ("many", turn.Texts.Plain($"{register.Name}.many"))
                ),
                turn.Text("registers.sent.template")
            )
        );
    }
}
