namespace CuratorBot.Conversations;

/// <summary>
/// Section <c>Limits</c>: how much one person may ask for. Answers to the question of an open draft are never
/// counted. Whoever asks for more is told so once, and then not answered until the time is over.
/// </summary>
public sealed class LimitsOptions
{
    /// <summary>Commands, and messages of which nothing is understood; above 0.</summary>
    public int CommandsPerMinute { get; set; } = 20;

    /// <summary>Presses of buttons outside of a draft; above 0.</summary>
    public int PressesPerMinute { get; set; } = 60;

    /// <summary>Photos and documents that no draft waits for; above 0. An album holds up to ten.</summary>
    public int UploadsPerMinute { get; set; } = 10;

    /// <summary>Files that the bot makes on request; above 0.</summary>
    public int ExportsPerHour { get; set; } = 5;

    /// <summary>Answers in one group; above 0.</summary>
    public int GroupAnswersPerMinute { get; set; } = 1;

    /// <summary>Refused presses and commands of one person that the audit notes; above 0.</summary>
    public int RefusalsNotedPerHour { get; set; } = 5;

    /// <summary>The same for all people together; above 0.</summary>
    public int RefusalsNotedPerHourOverall { get; set; } = 100;

    public bool IsUsable =>
        CommandsPerMinute > 0
        && PressesPerMinute > 0
        && UploadsPerMinute > 0
        && ExportsPerHour > 0
        && GroupAnswersPerMinute > 0
        && RefusalsNotedPerHour > 0
        && RefusalsNotedPerHourOverall > 0;
}
