namespace CuratorBot.Tables;

/// <summary>What became of a table that the operator brought in; the value is the exit code of her command.</summary>
public enum ImportOutcome
{
    /// <summary>Every row is good; applied if that was asked for.</summary>
    Good = 0,

    /// <summary>Rows are bad, or leave a question open: nothing was applied.</summary>
    HasBadRows = 1,

    /// <summary>The file is no such table.</summary>
    Unreadable = 2,
}
