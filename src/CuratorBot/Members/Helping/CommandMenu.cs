using CuratorBot.Conversations.Turns;
using CuratorBot.Data;
using CuratorBot.Messaging;
using CuratorBot.People;
using CuratorBot.Texts;

namespace CuratorBot.Members.Helping;

/// <summary>What a person can ask for, as the menu of the messenger, as buttons and as lines of help.</summary>
public static class CommandMenu
{
    public const string Start = "start";
    public const string Help = "help";
    private const string Cancel = "cancel";
    private const int MostButtons = 8;
    private const int MainButtons = 3;

    /// <summary>A message that sets the command menu of the chat.</summary>
    public static OutgoingMessage MessageFor(TurnContext turn, Asker who) =>
        MessageFor(turn.Commands, who, turn.Ids, turn.Texts);

    public static OutgoingMessage MessageFor(
        IReadOnlyList<ICommand> commands,
        Asker who,
        IdGenerator ids,
        TextCatalogue texts
    ) =>
        new()
        {
            Id = ids.Next(),
            Kind = OutgoingKind.Menu,
            Menu =
            [
                .. NamesFor(commands, texts, who)
                    .Select(name => new MenuItem(name, texts.Plain(KeyOf(name)))),
            ],
        };

    /// <summary>A button for each of the main things that she can do.</summary>
    public static IReadOnlyList<IReadOnlyList<Choice>> ButtonsFor(TurnContext turn, Asker who) =>
        [
            .. NamesFor(turn.Commands, turn.Texts, who)
                .Where(name => name is not (Cancel or Help))
                .Take(MostButtons - 1)
                .Append(Help)
                .Select(
                    IReadOnlyList<Choice> (name) =>
                        [turn.Button(KeyOf(name), $"{Reception.CommandActionName}:{name}")]
                ),
        ];

    /// <summary>The few that a person wants most, two in a row.</summary>
    public static IReadOnlyList<IReadOnlyList<Choice>> MainButtonsFor(TurnContext turn, Asker who) =>
        [
            .. ButtonsFor(turn, who)
                .SelectMany(row => row)
                .Take(MainButtons)
                .Append(turn.Button(KeyOf(Help), $"{Reception.CommandActionName}:{Help}"))
                .Chunk(2)
                .Select(IReadOnlyList<Choice> (row) => row),
        ];

    /// <summary>A line for each command, in words for her role.</summary>
    public static async Task<RichText> LinesFor(TurnContext turn, Asker who)
    {
        var lines = await HelpLines.For(turn, who);
        return RichText.Lines(NamesFor(turn.Commands, turn.Texts, who).Select(lines.Of));
    }

    /// <summary>A member has no more use for «start», a stranger nothing to cancel.</summary>
    private static IEnumerable<string> NamesFor(
        IReadOnlyList<ICommand> commands,
        TextCatalogue texts,
        Asker who
    )
    {
        var names = commands
            .Where(command => command.IsFor(who) && texts.Has(KeyOf(command.Name)))
            .Select(command => command.Name);
        return who.IsMember ? names.Where(name => name != Start).Append(Cancel) : names;
    }

    private static string KeyOf(string name) => $"commands.{name}";
}
