namespace CuratorBot.Conversations.Limits;

/// <summary>
/// Section <c>Limits</c>: how much one person may ask for. Whoever asks for more is told so once, and then not
/// answered until the time is over.
/// </summary>
public sealed class LimitsOptions
{
    /// <summary>
    /// All that one person sends and presses, answers of an open draft included; above 0. More than anybody types; an
    /// album holds up to ten.
    /// </summary>
    public int MessagesPerMinute { get; set; } = 120;

    /// <summary>The same of somebody who has neither a role nor an open request for one; above 0.</summary>
    public int StrangerMessagesPerMinute { get; set; } = 30;

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
        MessagesPerMinute > 0
        && StrangerMessagesPerMinute > 0
        && CommandsPerMinute > 0
        && PressesPerMinute > 0
        && UploadsPerMinute > 0
        && ExportsPerHour > 0
        && GroupAnswersPerMinute > 0
        && RefusalsNotedPerHour > 0
        && RefusalsNotedPerHourOverall > 0;
}
