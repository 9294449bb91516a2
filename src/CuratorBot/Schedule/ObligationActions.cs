using System.Globalization;

namespace CuratorBot.Schedule;

/// <summary>What buttons say of obligations and of the schedule.</summary>
public static class ObligationActions
{
    public const string Done = "task.done";
    public const string Confirm = "task.confirm";

    /// <summary>The same from the cards of the schedule, which are then drawn anew.</summary>
    public const string DoneInCard = "owed.done";
    public const string ConfirmInCard = "schedule.confirm";

    /// <summary>Of the debtors of a municipality, whose id follows, or of all, where none does.</summary>
    public const string Remind = "debtors.remind";
    public const string Choose = "debtors.choose";
    public const string Unreachable = "debtors.unreachable";
    public const string History = "debtors.history";

    public static string DoneOf(Obligation obligation) =>
        string.Create(CultureInfo.InvariantCulture, $"{Done}:{obligation.Id}");

    public static string DoneInCardOf(Obligation obligation) =>
        string.Create(CultureInfo.InvariantCulture, $"{DoneInCard}:{obligation.Id}");

    public static string ConfirmInCardOf(ProjectTask task) => $"{ConfirmInCard}:{task.Id}";

    public static string ConfirmOf(ProjectTask task) => $"{Confirm}:{task.Id}";
}
