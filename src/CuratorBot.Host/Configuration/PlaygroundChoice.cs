namespace CuratorBot.Host.Configuration;

/// <summary>Section <c>Playground</c>.</summary>
public sealed class PlaygroundChoice
{
    public const string Section = "Playground";

    /// <summary>
    /// True opens the playground whatever else is set, false never does. Null: it opens when nothing is set that
    /// belongs to a real bot.
    /// </summary>
    public bool? Enabled { get; set; }
}
