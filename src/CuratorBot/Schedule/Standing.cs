namespace CuratorBot.Schedule;

/// <summary>What an obligation is to a person.</summary>
public enum Standing
{
    None = 0,

    /// <summary>She owes it and is reminded from a week before the date.</summary>
    Owner = 1,

    /// <summary>She coordinates the one who owes it and hears of it once it is overdue.</summary>
    Watcher = 2,

    /// <summary>She is of the school that owes it, as one who could help; hears once it is overdue.</summary>
    Teammate = 3,

    /// <summary>She coordinates the region of a school that owes it and hears last.</summary>
    Overseer = 4,
}
