using CuratorBot.Conversations.Turns;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Registers.Finding;

namespace CuratorBot.Registers;

/// <summary>«/registers»: what is kept of schools and municipalities, with how much there is of each.</summary>
public sealed class RegistersCommand(Registry registry) : ICommand
{
    public const string CommandName = "registers";

    public string Name => CommandName;
    public bool ReadsOnly => true;

    public bool IsFor(Asker who) => registry.ReadBy(who).Any();

    public async Task<Reply> Take(TurnContext turn, string argument) =>
        Reply.With(await RegisterMenu.Of(turn, registry, RegisterFilter.All));
}

/// <summary>A button for each register, of everything or of one school or municipality.</summary>
internal static class RegisterMenu
{
    public static async Task<OutgoingMessage> Of(TurnContext turn, Registry registry, RegisterFilter filter)
    {
        var rows = new List<IReadOnlyList<Choice>>();
        foreach (var register in registry.ReadBy(turn.Who))
        {
            var query = await RegisterQuery.ToRead(turn, register, filter);
            rows.Add([
                new Choice(
                    turn.Texts.Plain(
                        "registers.withCount",
                        ("label", turn.Texts.Plain($"{register.Name}.many")),
                        ("count", await register.Count(turn.Db, query))
                    ),
                    RegisterLooks.List(register, filter)
                ),
            ]);
        }
        return turn.Say("registers.menu") with { Choices = rows };
    }
}
