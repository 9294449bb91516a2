namespace CuratorBot.Schools;

/// <summary>A row that says by which order it was made.</summary>
public interface IByOrder
{
    /// <summary>Of the order; null without one.</summary>
    string? OrderNumber { get; set; }

    /// <summary>Null without one.</summary>
    DateOnly? OrderDate { get; set; }
}
