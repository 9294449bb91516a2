using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;

namespace CuratorBot.Conversations;

/// <summary>
/// Decides who answers a message. In this order: a press goes to the action of its button; a command to its
/// command; anything else to the draft that is open; and what fits nowhere gets a friendly hint.
/// </summary>
public sealed class Reception(
    Catalogue catalogue,
    FormEngine engine,
    IEnumerable<IFreeText> freeTexts,
    IEnumerable<IUnasked> unasked,
    IEnumerable<IWritingGate> gates
)
{
    /// <summary>What is to be done with a message, known before anything is read or written.</summary>
    public sealed record Plan(bool ReadsOnly, Func<TurnContext, Task<Turn>> Take)
    {
        /// <summary>False where no <see cref="IWritingGate"/> is asked.</summary>
        public bool PassesGates { get; init; } = true;

        /// <summary>True where the answer may come between a form and what it asked.</summary>
        public bool Interrupts { get; init; }
    }

    public Plan PlanFor(IncomingMessage message, PressedButton? pressed)
    {
        var plan = Choose(message, pressed);
        return plan.ReadsOnly || !plan.PassesGates
            ? plan
            : plan with
            {
                Take = turn => Pass(turn, plan.Take),
            };
    }

    private async Task<Turn> Pass(TurnContext turn, Func<TurnContext, Task<Turn>> take)
    {
        foreach (var gate in gates)
        {
            if (await gate.Stop(turn) is { } stopped)
                return stopped;
        }
        return await take(turn);
    }

    private Plan Choose(IncomingMessage message, PressedButton? pressed)
    {
        if (message.Kind is IncomingKind.Blocked or IncomingKind.Unblocked)
            return new Plan(ReadsOnly: true, _ => Task.FromResult(Turn.Nothing));
        if (message.InGroup)
            return new Plan(ReadsOnly: true, turn => Task.FromResult(GroupAnswer(turn)));
        if (message.Kind == IncomingKind.Press)
            return PlanForPress(pressed);
        if (message is { Kind: IncomingKind.Text, IsEdit: false } && CommandIn(message.Text) is { } asked)
            return PlanForCommand(asked.Name, asked.Argument);
        return new Plan(ReadsOnly: false, TakeMessage);
    }

    private Plan PlanForPress(PressedButton? pressed)
    {
        var (name, argument) = Split(pressed?.Choice.Action ?? "");
        if (name == FormEngine.ActionName)
            return new Plan(ReadsOnly: false, turn => engine.Press(turn, argument));
        if (name == CommandActionName && catalogue.Command(Split(argument).Name) is { } command)
            return PlanFor(command, Split(argument).Argument);
        return catalogue.Action(name) is { } action
            ? new Plan(action.ReadsOnly, turn => Run(turn, action, name, argument))
            {
                PassesGates = action.NeedsConsent,
                Interrupts = true,
            }
            : new Plan(
                ReadsOnly: true,
                turn => Task.FromResult(Turn.OnlyToast(turn.Texts.Plain("forms.stale")))
            );
    }

    /// <summary>A button that does what a command does: «command:status:kuznetsk».</summary>
    public const string CommandActionName = "command";

    private Plan PlanForCommand(string name, string argument)
    {
        if (name == "cancel")
            return new Plan(ReadsOnly: false, engine.Cancel) { PassesGates = false };
        return catalogue.Command(name) is { } command
            ? PlanFor(command, argument)
            : new Plan(
                ReadsOnly: true,
                turn => Task.FromResult(Turn.Reply(turn.Say("reception.unknownCommand")))
            );
    }

    private static Plan PlanFor(ICommand command, string argument) =>
        new(command.ReadsOnly, turn => Run(turn, command, argument))
        {
            PassesGates = command.NeedsConsent,
            Interrupts = true,
        };

    private static async Task<Turn> Run(TurnContext turn, ICommand command, string argument)
    {
        if (turn.Known is not { } who)
            return Strangers(turn);
        if (command.IsFor(who))
            return await command.Take(turn, argument);
        return who.IsMember ? Turn.Reply(turn.Say("reception.notForYou")) : Strangers(turn);
    }

    private static async Task<Turn> Run(TurnContext turn, IAction action, string name, string argument) =>
        turn.Known is { } who && (who.IsMember || action.IsForStrangers)
            ? await action.Take(turn, name, argument)
            : Strangers(turn);

    private async Task<Turn> TakeMessage(TurnContext turn)
    {
        if (await TakeFreeText(turn) is { } understood)
            return understood;
        if (await engine.TakeMessage(turn) is { } taken)
            return taken;
        if (turn.Message.IsEdit)
            return Turn.Nothing;
        return turn.Who.IsMember ? await TakeUnasked(turn) : Strangers(turn);
    }

    private async Task<Turn> TakeUnasked(TurnContext turn)
    {
        foreach (var one in unasked)
        {
            if (await one.Take(turn) is { } taken)
                return taken;
        }
        return Turn.Nothing;
    }

    private static Turn Strangers(TurnContext turn) => Turn.Reply(turn.Say("reception.strangers"));

    private async Task<Turn?> TakeFreeText(TurnContext turn)
    {
        if (turn.Message is not { Kind: IncomingKind.Text, IsEdit: false, Text: { } text })
            return null;
        foreach (var freeText in freeTexts.Where(freeText => freeText.LooksLikeOne(text)))
        {
            if (await freeText.Take(turn, text) is { } taken)
                return taken;
        }
        return null;
    }

    private static Turn GroupAnswer(TurnContext turn) =>
        turn.Message.Kind == IncomingKind.Press || CommandIn(turn.Message.Text) is not null
            ? Turn.Reply(turn.Say("reception.group"))
            : Turn.Nothing;

    private static (string Name, string Argument)? CommandIn(string? text)
    {
        if (text is null || text.Length < 2 || text[0] != '/')
            return null;
        var end = text.AsSpan().IndexOfAny(' ', '\n', '\t');
        var name = end < 0 ? text[1..] : text[1..end];
        var at = name.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0)
            name = name[..at];
        return (name.ToLowerInvariant(), end < 0 ? "" : text[end..].Trim());
    }

    private static (string Name, string Argument) Split(string action)
    {
        var colon = action.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (action, "") : (action[..colon], action[(colon + 1)..]);
    }
}
