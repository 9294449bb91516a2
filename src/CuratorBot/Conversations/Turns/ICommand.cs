using CuratorBot.People;

namespace CuratorBot.Conversations.Turns;

/// <summary>Something that a person can ask for by «/name» or by the button of the same meaning.</summary>
public interface ICommand
{
    /// <summary>The name without the slash; its line in the menu is the text «commands.name».</summary>
    string Name { get; }

    /// <summary>A turn that only reads needs no transaction and waits for no disk.</summary>
    bool ReadsOnly { get; }

    /// <summary>False for what a member may do although she has not agreed to the newest text.</summary>
    bool NeedsConsent => true;

    /// <summary>Whether it makes a file, of which one person may have a few in an hour.</summary>
    bool IsExport => false;

    /// <summary>Whether this person may use it and sees it in her menu. Asked at every use.</summary>
    bool IsFor(Asker who);

    /// <param name="argument">What stands behind the command, trimmed; may be empty.</param>
    Task<Reply> Take(TurnContext turn, string argument);
}

/// <summary>What buttons with one prefix do: «task.done:42» goes to the action «task.done» with «42».</summary>
public interface IAction
{
    /// <summary>Prefixes that it answers for.</summary>
    IEnumerable<string> Names { get; }
    bool ReadsOnly { get; }

    /// <summary>Whether it makes a file, of which one person may have a few in an hour.</summary>
    bool IsExport => false;

    /// <summary>
    /// Whether it is for people without any role as well. Whoever has lost her last role is a stranger, and
    /// her old buttons with her.
    /// </summary>
    bool IsForStrangers => false;

    /// <summary>False for what a member may do although she has not agreed to the newest text.</summary>
    bool NeedsConsent => true;

    /// <param name="name">The prefix that was pressed.</param>
    /// <param name="argument">What stands behind the first colon.</param>
    Task<Reply> Take(TurnContext turn, string name, string argument);
}
