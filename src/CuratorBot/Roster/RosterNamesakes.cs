namespace CuratorBot.Roster;

/// <summary>What a row means whose name is in the roster already, with another number.</summary>
public enum RosterNamesakes
{
    /// <summary>Not said: such rows are not applied.</summary>
    Unknown = 0,

    /// <summary>Another person of the same name.</summary>
    OtherPeople = 1,

    /// <summary>The same person with a new number.</summary>
    NewNumbers = 2,
}
