namespace CuratorBot.Conversations.Turns;

/// <summary>Everything that can be asked of the bot, put together from the explicit list in the setup.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<string, ICommand> _commands;
    private readonly Dictionary<string, IAction> _actions;

    public Catalogue(IEnumerable<ICommand> commands, IEnumerable<IAction> actions)
    {
        Commands = [.. commands];
        _commands = Commands.ToDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);
        _actions = actions
            .SelectMany(action => action.Names.Select(name => (name, action)))
            .ToDictionary(pair => pair.name, pair => pair.action, StringComparer.Ordinal);
    }

    /// <summary>In the order of the menu.</summary>
    public IReadOnlyList<ICommand> Commands { get; }

    public ICommand? Command(string name) => _commands.GetValueOrDefault(name);

    public IAction? Action(string name) => _actions.GetValueOrDefault(name);
}
