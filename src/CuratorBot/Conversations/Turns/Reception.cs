using CuratorBot.Conversations.Arriving;
using CuratorBot.Conversations.Forms;
using CuratorBot.Conversations.Limits;
using CuratorBot.Messaging;

namespace CuratorBot.Conversations.Turns;

/// <summary>
/// Decides who answers a message. In this order: a press goes to the action of its button; a command to its
/// command; anything else to the draft that is open; and what fits nowhere gets a friendly hint.
/// </summary>
public sealed class Reception(
    Catalogue catalogue,
    FormEngine engine,
    IEnumerable<IFreeText> freeTexts,
    IEnumerable<IUnasked> unasked,
    IEnumerable<IEditedLater> editedLater,
    IEnumerable<IWritingGate> gates,
    Manners manners,
    IBotLinks links
)
{
    /// <summary>What is to be done with a message, known before anything is read or written.</summary>
    public sealed record Route(bool ReadsOnly, Func<TurnContext, Task<Reply>> Take)
    {
        /// <summary>False where no <see cref="IWritingGate"/> is asked.</summary>
        public bool PassesGates { get; init; } = true;

        /// <summary>True where the answer may come between a form and what it asked.</summary>
        public bool Interrupts { get; init; }
    }

    /// <param name="isStranger">It is too much of a stranger, and she is one.</param>
    public Route RouteFor(InboxItem item, PressedButton? pressed, bool isStranger)
    {
        if (Excuse(item, pressed, isStranger) is { } excuse)
            return new Route(ReadsOnly: true, turn => Task.FromResult(excuse(turn)));
        var route = Choose(item.Message, pressed);
        return route.ReadsOnly
            ? route
            : route with
            {
                Take = async turn =>
                    await engine.Follow(
                        turn,
                        route.PassesGates ? await Pass(turn, route.Take) : await route.Take(turn)
                    ),
            };
    }

    /// <summary>Null for whatever the bot itself may have offered.</summary>
    public static Forgery? ForgeryIn(IncomingMessage message, PressedButton? pressed, bool isElsewhere) =>
        message.Kind == IncomingKind.Press
            ? message.InGroup
                ? Forgery.ButtonInGroup
                : isElsewhere
                    ? Forgery.ForeignButton
                    : pressed is null
                        ? Forgery.UnknownButton
                        : null
            : !message.InGroup && IsForwardedCommand(message)
                ? Forgery.ForwardedCommand
                : null;

    /// <summary>
    /// What is said instead where it is too much. Whatever belongs to a draft counts only among all messages; files
    /// and words that may belong to one are counted further only once none has taken them.
    /// </summary>
    private Func<TurnContext, Reply>? Excuse(InboxItem item, PressedButton? pressed, bool isStranger)
    {
        var (message, seq) = (item.Message, item.Seq);
        if (message.InGroup)
            return null;
        return manners.Excuse(message, seq, isStranger ? Load.Stranger : Load.Message)
            ?? (LoadOf(message, pressed) is { } load ? manners.Excuse(message, seq, load) : null);
    }

    private Load? LoadOf(IncomingMessage message, PressedButton? pressed) =>
        message.Kind == IncomingKind.Press ? LoadOf(pressed)
        : message is { Kind: IncomingKind.Text, IsEdit: false }
        && CommandIn(message.Text) is { } asked
        && asked.Name != Cancel
            ? catalogue.Command(asked.Name) is { IsExport: true } ? Load.Export
                : Load.Command
        : null;

    private Load? LoadOf(PressedButton? pressed)
    {
        var (name, argument) = Split(pressed?.Choice.Action ?? "");
        if (name == FormEngine.ActionName)
            return null;
        var isExport =
            catalogue.Action(name) is { IsExport: true }
            || (name == CommandActionName && catalogue.Command(Split(argument).Name) is { IsExport: true });
        return isExport ? Load.Export : Load.Press;
    }

    private async Task<Reply> Pass(TurnContext turn, Func<TurnContext, Task<Reply>> take)
    {
        foreach (var gate in gates)
        {
            if (await gate.Stop(turn) is { } stopped)
                return stopped;
        }
        return await take(turn);
    }

    private Route Choose(IncomingMessage message, PressedButton? pressed)
    {
        if (message.Kind is IncomingKind.Blocked or IncomingKind.Unblocked)
            return new Route(ReadsOnly: true, _ => Task.FromResult(Reply.Nothing));
        if (message.InGroup)
            return new Route(ReadsOnly: true, turn => Task.FromResult(GroupAnswer(turn)));
        if (IsForwardedCommand(message))
            return new Route(
                ReadsOnly: true,
                turn => Task.FromResult(Reply.With(turn.Say("reception.forwarded")))
            );
        if (message.Kind == IncomingKind.Press)
            return RouteForPress(pressed);
        if (message is { Kind: IncomingKind.Text, IsEdit: false } && CommandIn(message.Text) is { } asked)
            return RouteForCommand(asked.Name, asked.Argument);
        return new Route(ReadsOnly: false, TakeMessage);
    }

    private Route RouteForPress(PressedButton? pressed)
    {
        var (name, argument) = Split(pressed?.Choice.Action ?? "");
        if (name == FormEngine.ActionName)
            return new Route(ReadsOnly: false, turn => engine.Press(turn, argument));
        if (name == CommandActionName && catalogue.Command(Split(argument).Name) is { } command)
            return RouteFor(command, Split(argument).Argument);
        return catalogue.Action(name) is { } action
            ? new Route(action.ReadsOnly, turn => Run(turn, action, name, argument))
            {
                PassesGates = action.NeedsConsent,
                Interrupts = true,
            }
            : new Route(
                ReadsOnly: true,
                turn => Task.FromResult(Reply.OnlyToast(turn.Texts.Plain("forms.stale")))
            );
    }

    private const string Cancel = "cancel";

    /// <summary>A button that does what a command does: «command:status:kuznetsk».</summary>
    public const string CommandActionName = "command";

    private Route RouteForCommand(string name, string argument)
    {
        if (name == Cancel)
            return new Route(ReadsOnly: false, engine.Cancel) { PassesGates = false };
        return catalogue.Command(name) is { } command
            ? RouteFor(command, argument)
            : new Route(
                ReadsOnly: true,
                turn => Task.FromResult(Reply.With(turn.Say("reception.unknownCommand")))
            );
    }

    private static Route RouteFor(ICommand command, string argument) =>
        new(command.ReadsOnly, turn => Run(turn, command, argument))
        {
            PassesGates = command.NeedsConsent,
            Interrupts = true,
        };

    private static async Task<Reply> Run(TurnContext turn, ICommand command, string argument)
    {
        if (turn.Known is not { } who)
            return Strangers(turn);
        if (command.IsFor(who))
            return await command.Take(turn, argument);
        return who.IsMember ? Reply.With(turn.Say("reception.notForYou")) : Strangers(turn);
    }

    private static async Task<Reply> Run(TurnContext turn, IAction action, string name, string argument) =>
        turn.Known is { } who && (who.IsMember || action.IsForStrangers)
            ? await action.Take(turn, name, argument)
            : Strangers(turn);

    private async Task<Reply> TakeMessage(TurnContext turn)
    {
        if (await TakeFreeText(turn) is { } understood)
            return understood;
        var isForDraft = turn.Prepared is not IMeantForNoDraft;
        var taken = isForDraft ? await engine.TakeMessage(turn) : null;
        if (turn.Message.IsEdit)
            return taken is { Deliveries.Count: > 0 } ? taken : await TakeEdited(turn);
        if (taken is not null)
            return taken;
        var load = turn.Message.File is null ? Load.Command : Load.Upload;
        if (manners.Excuse(turn.Message, turn.Seq, load) is { } excuse)
            return excuse(turn);
        return turn.Who.IsMember ? await TakeUnasked(turn) : Strangers(turn);
    }

    private async Task<Reply> TakeEdited(TurnContext turn)
    {
        foreach (var one in turn.Who.IsMember ? editedLater : [])
        {
            if (await one.Take(turn) is { } taken)
                return taken;
        }
        return Reply.Nothing;
    }

    private async Task<Reply> TakeUnasked(TurnContext turn)
    {
        foreach (var one in unasked)
        {
            if (await one.Take(turn) is { } taken)
                return taken;
        }
        return Reply.Nothing;
    }

    private static Reply Strangers(TurnContext turn) => Reply.With(turn.Say("reception.strangers"));

    private async Task<Reply?> TakeFreeText(TurnContext turn)
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

    private static bool IsForwardedCommand(IncomingMessage message) =>
        message.IsForwarded && CommandIn(message.Text) is not null;

    /// <summary>In a group nothing about anybody is said, only where to go on.</summary>
    private Reply GroupAnswer(TurnContext turn)
    {
        if (turn.Message.Kind == IncomingKind.Press)
            return Reply.OnlyToast(turn.Texts.Plain("reception.group"));
        if (CommandIn(turn.Message.Text) is null || !manners.MayAnswerInGroup(turn.Message, turn.Seq))
            return Reply.Nothing;
        var answer = turn.Say("reception.group");
        return Reply.With(
            links.ChatLink is { } link
                ? answer with
                {
                    Choices =
                    [
                        [Choice.To(turn.Texts.Plain("reception.goOn"), link)],
                    ],
                }
                : answer
        );
    }

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
